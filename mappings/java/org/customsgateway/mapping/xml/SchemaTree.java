package org.customsgateway.mapping.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.SchemaFile;
import org.customsgateway.mapping.SchemaText;
import org.customsgateway.mapping.Syntax;

/**
 * The shape that a schema gives to its messages, with line numbers: for checking the paths of a mapping and for saying well
 * what a sender got wrong. Whether a message is valid is not decided here but by Xerces.
 */
public final class SchemaTree implements Syntax.Shape {

    private static final String XS = "http://www.w3.org/2001/XMLSchema";

    private record Place(SchemaFile file, Element node) {}

    private final Map<String, SchemaFile> files = new LinkedHashMap<>();
    private final Map<String, Place> named = new HashMap<>();

    private SchemaTree() {}

    /** @param file the main one; what it includes and imports is read too */
    public static SchemaTree read(Drawers drawers, String file) throws BrokenFormat {
        SchemaTree tree = new SchemaTree();
        tree.add(drawers, file, file, 0);
        return tree;
    }

    private void add(Drawers drawers, String name, String from, int line) throws BrokenFormat {
        if (files.containsKey(name)) {
            return;
        }
        if (name == null || !drawers.has(name)) {
            throw new BrokenFormat(from, line, "the schema " + (name == null ? "" : name + " ") + "is missing");
        }
        SchemaFile file = SchemaFile.parse(name, drawers.file(name));
        files.put(name, file);
        for (Element top : file.root().children()) {
            if (!top.attribute("name").isEmpty()) {
                named.put(key(top.name(), "{" + file.namespace() + "}" + top.attribute("name")), new Place(file, top));
            } else if (!top.attribute("schemaLocation").isEmpty()) {
                add(drawers, file.locate(top.attribute("schemaLocation")), name, top.line());
            }
        }
    }

    private static String key(String kind, String expanded) {
        return (kind.endsWith("Type") ? "type" : kind) + expanded;
    }

    /** All files that it is made of. */
    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    /** A global element by its local name, or null. */
    @Override
    public SchemaElement root(String name) {
        for (SchemaFile file : files.values()) {
            Place place = named.get(key("element", "{" + file.namespace() + "}" + name));
            if (place != null) {
                return element(place, place, false, false);
            }
        }
        return null;
    }

    private SchemaElement element(Place use, Place declared, boolean optional, boolean repeated) {
        Element at = use.node();
        int least = optional ? 0 : number(at.attribute("minOccurs"));
        int most = repeated ? Integer.MAX_VALUE : number(at.attribute("maxOccurs"));
        return new SchemaElement(
                declared.node().attribute("name"),
                declared.file().namespace(),
                least,
                most,
                use.file().origin(at),
                at.attribute("id").isEmpty() ? declared.node().attribute("id") : at.attribute("id"),
                () -> content(declared));
    }

    private static int number(String occurs) {
        if (occurs.isEmpty()) {
            return 1;
        }
        return occurs.equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(occurs);
    }

    private SchemaElement.Content content(Place declared) {
        Gathered found = new Gathered();
        String type = declared.node().attribute("type");
        if (type.isEmpty()) {
            for (Element child : declared.node().children()) {
                if (child.name().endsWith("Type")) {
                    type(new Place(declared.file(), child), found);
                }
            }
        } else {
            type(declared.file(), type, found);
        }
        return found.content();
    }

    /** What is gathered on the way through a type and its bases. */
    private static final class Gathered {
        private final List<SchemaElement> children = new ArrayList<>();
        private final Map<String, SchemaElement.Attribute> attributes = new LinkedHashMap<>();
        private boolean plain = true;
        private boolean open;
        private SchemaText text = SchemaText.ANY;

        private SchemaElement.Content content() {
            return new SchemaElement.Content(children, plain, open, attributes, text);
        }
    }

    private void type(SchemaFile file, String qName, Gathered into) {
        String expanded = file.expand(qName);
        if (expanded.startsWith("{" + XS + "}")) {
            String base = expanded.substring(XS.length() + 2);
            into.open |= base.equals("anyType");
            into.text = new SchemaText(base, Map.of(), Map.of());
            return;
        }
        Place type = named.get(key("type", expanded));
        if (type == null) {
            into.open = true;
        } else {
            type(type, into);
        }
    }

    private void type(Place type, Gathered into) {
        for (Element part : type.node().children()) {
            Place place = new Place(type.file(), part);
            switch (part.name()) {
                case "restriction", "extension" -> derived(place, into);
                case "simpleContent", "complexContent" -> type(place, into);
                case "union", "list" -> into.text = SchemaText.ANY;
                default -> particle(place, into, false, false);
            }
        }
    }

    private void derived(Place derivation, Gathered into) {
        String base = derivation.node().attribute("base");
        boolean restricts = derivation.node().name().equals("restriction");
        if (!base.isEmpty()) {
            type(derivation.file(), base, into);
            if (restricts && derivation.node().parent().name().equals("complexContent")) {
                into.children.clear();
            }
        }
        Map<String, String> facets = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (Element part : derivation.node().children()) {
            if (part.name().equals("simpleType")) {
                type(new Place(derivation.file(), part), into);
            } else if (!part.attribute("value").isEmpty() && !part.name().equals("attribute")) {
                facets.merge(part.name(), part.attribute("value"), (a, b) -> a + " " + b);
                origins.putIfAbsent(part.name(), derivation.file().origin(part));
            } else {
                particle(new Place(derivation.file(), part), into, false, false);
            }
        }
        into.text = into.text.narrowed(facets, origins);
    }

    private void particle(Place place, Gathered into, boolean optional, boolean repeated) {
        Element node = place.node();
        switch (node.name()) {
            case "element" -> {
                String ref = node.attribute("ref");
                Place declared = ref.isEmpty()
                        ? place
                        : named.get(key("element", place.file().expand(ref)));
                if (declared == null) {
                    into.open = true;
                } else {
                    into.children.add(element(place, declared, optional, repeated));
                }
            }
            case "sequence", "all", "choice", "group" -> {
                boolean choice = node.name().equals("choice");
                boolean often = number(node.attribute("maxOccurs")) > 1;
                boolean perhaps = choice || number(node.attribute("minOccurs")) == 0;
                into.plain &= !perhaps && !often && !node.name().equals("all");
                Place group = node.attribute("ref").isEmpty()
                        ? place
                        : named.get(key("group", place.file().expand(node.attribute("ref"))));
                if (group == null) {
                    into.open = true;
                    return;
                }
                for (Element part : group.node().children()) {
                    particle(new Place(group.file(), part), into, optional || perhaps, repeated || often);
                }
            }
            case "any" -> into.open = true;
            case "attribute" -> attribute(place, into);
            case "attributeGroup" -> {
                Place group = named.get(key("attributeGroup", place.file().expand(node.attribute("ref"))));
                if (group != null) {
                    group.node()
                            .children()
                            .forEach(part -> particle(new Place(group.file(), part), into, false, false));
                }
            }
            default -> {
                // annotations and the like say nothing about the shape
            }
        }
    }

    private void attribute(Place place, Gathered into) {
        Element node = place.node();
        Place declared = node.attribute("ref").isEmpty()
                ? place
                : named.get(key("attribute", place.file().expand(node.attribute("ref"))));
        if (declared == null) {
            return;
        }
        String name = declared.node().attribute("name");
        SchemaText text = content(declared).text();
        boolean required = node.attribute("use").equals("required");
        into.attributes.put(
                name,
                new SchemaElement.Attribute(name, required, text, place.file().origin(node)));
    }
}
