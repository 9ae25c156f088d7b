package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.path.NodePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.Limits;

/** A JSON Schema with all files that it refers to, as trees that remember their lines. */
final class SchemaFiles {

    private final Map<String, Element> files = new LinkedHashMap<>();

    private SchemaFiles() {}

    /** A place in one of the files. */
    record Place(String file, Element node) {

        String origin() {
            return file + ":" + node.line();
        }

        /** Text of a keyword, or empty. */
        String text(String keyword) {
            List<Element> there = node.children(keyword);
            return there.isEmpty() ? "" : there.get(0).text();
        }

        List<Place> all(String keyword) {
            return node.children(keyword).stream()
                    .map(child -> new Place(file, child))
                    .toList();
        }
    }

    static SchemaFiles read(Drawers drawers, String file) throws BrokenFormat {
        SchemaFiles read = new SchemaFiles();
        read.add(drawers, file, file, 0);
        for (Map.Entry<String, Element> one : Map.copyOf(read.files).entrySet()) {
            read.resolved(new Place(one.getKey(), one.getValue()));
        }
        return read;
    }

    private void add(Drawers drawers, String file, String from, int line) throws BrokenFormat {
        if (files.containsKey(file)) {
            return;
        }
        if (!drawers.has(file)) {
            throw new BrokenFormat(from, line, "the schema " + file + " is missing");
        }
        files.put(file, parse(file, drawers.file(file)));
        refer(drawers, new Place(file, files.get(file)));
    }

    private void refer(Drawers drawers, Place at) throws BrokenFormat {
        for (Element child : at.node().children()) {
            Place place = new Place(at.file(), child);
            if (child.name().equals("$ref") && !child.text().isEmpty()) {
                add(drawers, target(place).toString().replaceFirst("#.*", ""), at.file(), child.line());
            }
            refer(drawers, place);
        }
    }

    /** Every reference must lead somewhere. */
    private void resolved(Place at) throws BrokenFormat {
        for (Element child : at.node().children()) {
            Place place = new Place(at.file(), child);
            if (child.name().equals("$ref") && !child.text().isEmpty() && target(at.file(), child.text()) == null) {
                throw new BrokenFormat(at.file(), child.line(), "'" + child.text() + "' leads nowhere");
            }
            resolved(place);
        }
    }

    private static URI target(Place reference) throws BrokenFormat {
        try {
            return URI.create(reference.file()).resolve(reference.node().text());
        } catch (IllegalArgumentException e) {
            throw new BrokenFormat(
                    reference.file(),
                    reference.node().line(),
                    "'" + reference.node().text() + "' is no reference");
        }
    }

    private static Element parse(String file, byte[] bytes) throws BrokenFormat {
        try (JsonParser in = JsonLimits.FACTORY.createParser(Characters.of(new ByteArrayInputStream(bytes)))) {
            in.nextToken();
            Document document = new DocumentBuilder(in, Limits.DEFAULT, 0).build("schema", null);
            if (!document.faults().isEmpty()) {
                Document.Fault fault = document.faults().get(0);
                throw new BrokenFormat(file, fault.at().line(), fault.text());
            }
            return document.tree();
        } catch (JacksonException e) {
            Unreadable why = Unreadable.of((JsonProcessingException) e, null);
            throw new BrokenFormat(file, why.line(), why.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    Place root(String file) {
        return new Place(file, files.get(file));
    }

    /** Where a reference leads, itself a reference perhaps; null if nowhere. */
    Place target(String from, String reference) {
        URI to = URI.create(from).resolve(reference);
        String file = to.toString().replaceFirst("#.*", "");
        Element at = files.get(file);
        String pointer = to.getFragment() == null ? "" : to.getFragment();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            List<Element> next = at == null ? List.of() : at.children(step);
            at = next.isEmpty() ? null : next.get(0);
        }
        return at == null ? null : new Place(file, at);
    }

    /** File and line of what a pointer into a file means, or of what is nearest around it. */
    String origin(String file, NodePath pointer) {
        Element at = files.get(file);
        for (int i = 0; at != null && pointer != null && i < pointer.getNameCount(); i++) {
            List<Element> next = at.children(String.valueOf(pointer.getElement(i)));
            if (next.isEmpty()) {
                break;
            }
            boolean indexed = i + 1 < pointer.getNameCount() && pointer.getElement(i + 1) instanceof Integer;
            int index = indexed ? (Integer) pointer.getElement(++i) : 0;
            at = next.get(Math.min(index, next.size() - 1));
        }
        return at == null ? "" : file + ":" + at.line();
    }
}
