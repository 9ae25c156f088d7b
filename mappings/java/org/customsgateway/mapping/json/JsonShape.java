package org.customsgateway.mapping.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.SchemaText;
import org.customsgateway.mapping.Syntax;
import org.customsgateway.mapping.json.SchemaFiles.Place;

/**
 * The shape that a JSON Schema gives to its documents. Members that it names are there whichever branch names them; others lead
 * somewhere only where {@code additionalProperties} says so, although a document may have them anyway: a mapping reads what is
 * written down. Whether a document is valid is not decided here.
 */
final class JsonShape implements Syntax.Shape {

    private static final List<String> BRANCHES = List.of("allOf", "anyOf", "oneOf", "if", "then", "else");
    private static final List<String> FACETS =
            List.of("minLength", "maxLength", "pattern", "minimum", "maximum", "format", "enum", "const");

    private final SchemaFiles files;
    private final SchemaFiles around;
    private final String file;
    private final String aroundFile;

    private JsonShape(SchemaFiles files, String file, SchemaFiles around, String aroundFile) {
        this.files = files;
        this.file = file;
        this.around = around;
        this.aroundFile = aroundFile;
    }

    /** @param around schema of what stands around documents, or empty */
    static JsonShape read(Drawers drawers, String file, String around) throws BrokenFormat {
        return new JsonShape(
                SchemaFiles.read(drawers, file),
                file,
                around.isEmpty() ? null : SchemaFiles.read(drawers, around),
                around);
    }

    /** Of one document: its file without folder and ending. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
    }

    @Override
    public SchemaElement root(String name) {
        return name.equals(name()) ? element(files, name, files.root(file), 1, file) : null;
    }

    @Override
    public List<String> files() {
        return Stream.concat(files.names().stream(), around == null ? Stream.empty() : around.names().stream())
                .distinct()
                .toList();
    }

    /** What holds documents: its own members, without those that hold them, and the documents. */
    SchemaElement around(String name, SchemaElement item, List<String> holders) {
        return new SchemaElement(name, "", 1, 1, aroundFile.isEmpty() ? file : aroundFile, "", () -> {
            List<SchemaElement> children = new ArrayList<>();
            if (around != null) {
                new Gathered(around)
                        .add(around.root(aroundFile)).members.values().stream()
                                .filter(member -> !holders.contains(member.name()))
                                .forEach(children::add);
            }
            children.add(item);
            return new SchemaElement.Content(children, false, false, Map.of(), SchemaText.ANY);
        });
    }

    private static SchemaElement element(SchemaFiles files, String name, Place declared, int least, String origin) {
        Place type = resolved(files, declared);
        List<Place> entries = type.all("items");
        boolean array = !entries.isEmpty() || types(type).contains("array");
        Place of = entries.isEmpty() ? type : resolved(files, entries.get(0));
        return new SchemaElement(
                name,
                "",
                least,
                array ? Integer.MAX_VALUE : 1,
                origin,
                "",
                () -> new Gathered(files).add(of).content(of));
    }

    /** Where the references end. */
    private static Place resolved(SchemaFiles files, Place from) {
        Place at = from;
        for (int i = 0; i < 20 && !at.text("$ref").isEmpty(); i++) {
            at = files.target(at.file(), at.text("$ref"));
        }
        return at;
    }

    private static List<String> types(Place of) {
        return of.all("type").stream().map(type -> type.node().text()).toList();
    }

    /** What is gathered on the way through a schema and its branches. */
    private static final class Gathered {

        private final SchemaFiles files;
        private final Map<String, SchemaElement> members = new LinkedHashMap<>();
        private boolean open;

        Gathered(SchemaFiles files) {
            this.files = files;
        }

        Gathered add(Place schema) {
            if (!schema.text("$ref").isEmpty()) {
                add(files.target(schema.file(), schema.text("$ref")));
            }
            Set<String> required = schema.all("required").stream()
                    .map(name -> name.node().text())
                    .collect(Collectors.toSet());
            schema.all("properties")
                    .forEach(properties -> properties.node().children().forEach(property -> {
                        String name = property.name();
                        Place place = new Place(schema.file(), property);
                        members.putIfAbsent(
                                name, element(files, name, place, required.contains(name) ? 1 : 0, place.origin()));
                    }));
            schema.all("additionalProperties")
                    .forEach(others -> open |= !others.node().text().equals("false"));
            BRANCHES.forEach(branch -> schema.all(branch).forEach(this::add));
            return this;
        }

        SchemaElement.Content content(Place schema) {
            boolean free = open || members.isEmpty() && types(schema).contains("object");
            return new SchemaElement.Content(List.copyOf(members.values()), false, free, Map.of(), text(schema));
        }

        private static SchemaText text(Place schema) {
            String base = types(schema).stream()
                    .filter(type -> !type.equals("null"))
                    .findFirst()
                    .orElse("");
            Map<String, String> facets = new LinkedHashMap<>();
            Map<String, String> origins = new LinkedHashMap<>();
            for (String facet : FACETS) {
                List<Place> written = schema.all(facet);
                if (!written.isEmpty()) {
                    facets.put(
                            facet,
                            written.stream().map(one -> one.node().text()).collect(Collectors.joining(" ")));
                    origins.put(facet, written.get(0).origin());
                }
            }
            return new SchemaText(base, facets, origins);
        }
    }
}
