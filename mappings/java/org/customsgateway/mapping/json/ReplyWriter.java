package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.SchemaElement;

/** Writes a tree as JSON: what may repeat by the schema is an array, texts are what their type says. */
final class ReplyWriter {

    private static final JsonFactory JSON = new JsonFactory();
    /** RFC 8259, 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final JsonGenerator out;

    private ReplyWriter(JsonGenerator out) {
        this.out = out;
    }

    /** UTF-8, on one line. */
    static byte[] write(Element root, SchemaElement schema) {
        if (!root.name().equals(schema.name())) {
            throw new InvalidReply("the root is '" + root.name() + "', expected '" + schema.name() + "'");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            new ReplyWriter(out).object(root, schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void object(Element of, SchemaElement schema) throws IOException {
        out.writeStartObject();
        Set<String> names = new LinkedHashSet<>();
        of.children().forEach(child -> names.add(child.name()));
        for (String name : names) {
            List<Element> all = of.children(name);
            SchemaElement declared = schema == null ? null : schema.child(name);
            out.writeFieldName(name);
            if (all.size() > 1 || declared != null && declared.repeats()) {
                out.writeStartArray();
                for (Element one : all) {
                    value(one, declared);
                }
                out.writeEndArray();
            } else {
                value(all.get(0), declared);
            }
        }
        out.writeEndObject();
    }

    private void value(Element of, SchemaElement declared) throws IOException {
        String type = declared == null ? "" : declared.content().text().base();
        if (!of.children().isEmpty()) {
            object(of, declared);
        } else if (Set.of("integer", "number").contains(type)
                && NUMBER.matcher(of.text()).matches()) {
            out.writeNumber(of.text());
        } else if (type.equals("boolean") && Set.of("true", "false").contains(of.text())) {
            out.writeBoolean(of.text().equals("true"));
        } else {
            out.writeString(of.text()); // where that is wrong, the schema says so
        }
    }
}
