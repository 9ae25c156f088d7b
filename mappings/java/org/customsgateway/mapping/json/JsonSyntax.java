package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.CountedStream;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.FormatFile;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.ReplyTree;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.Syntax;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/**
 * A format in JSON (RFC 8259), with a JSON Schema 2020-12 of one document. {@code item} is the name of the schema's file without
 * {@code .json}. {@code recognise.has} lists names of members by any of which a document is known, {@code recognise.in} names of
 * members that hold documents; a schema of what stands around those is {@code batch.json} in the same folder.
 */
public final class JsonSyntax implements Syntax {

    /** Blanks, and byte order marks and zeros of other encodings than UTF-8. */
    private static final String BEFORE = "^[\\x00\\s\\xEF\\xBB\\xBF\\xFE\\xFF]+";

    private static final String AROUND = Names.BATCH + ".json";

    private final FormatFile format;
    private final Names names;
    private final JsonShape shape;
    private final SchemaElement item;
    private final SchemaElement root;
    private final JsonCheck check;
    private final JsonCheck batchCheck;

    private JsonSyntax(FormatFile format, JsonShape shape, JsonCheck check, JsonCheck batchCheck) {
        this.format = format;
        this.names = new Names(format.item(), format.signs("has"), format.signs("in"));
        this.shape = shape;
        this.item = shape.root(shape.name());
        this.root = shape.around(Names.BATCH, item, names.holders());
        this.check = check;
        this.batchCheck = batchCheck;
    }

    /** @throws BrokenFormat with file and line, if the schema is not one */
    public static Syntax compile(FormatFile format, Drawers drawers) throws BrokenFormat {
        String folder = Drawers.XSD + format.id() + "/";
        String around = drawers.has(folder + AROUND) ? folder + AROUND : "";
        JsonShape shape = JsonShape.read(drawers, folder + format.schema(), around);
        if (format.readable() && !format.item().equals(shape.name())) {
            throw new BrokenFormat(
                    format.file(), 0, "item must be '" + shape.name() + "', the name of the schema without .json");
        }
        if (format.readable() && format.signs("has").isEmpty()) {
            throw new BrokenFormat(format.file(), 0, "recognise.has is missing");
        }
        return new JsonSyntax(
                format,
                shape,
                JsonCheck.compile(drawers, folder + format.schema()),
                around.isEmpty() ? null : JsonCheck.compile(drawers, around));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public SchemaElement root() {
        return format.readable() ? root : null;
    }

    @Override
    public boolean recognises(InputStream firstBytes) throws IOException {
        PushbackReader characters = new PushbackReader(Characters.of(firstBytes), 1);
        int first = characters.read();
        if (first >= 0 && first != '\uFEFF') {
            characters.unread(first);
        }
        try (JsonParser in = JsonLimits.FACTORY.createParser(characters)) {
            JsonToken start = in.nextToken();
            return known(start == JsonToken.START_ARRAY ? in.nextToken() : start, in);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return false; // nothing told it before the fault, or before the first bytes ended
        }
    }

    /** It begins like JSON, and goes on so that it is none: the scan says where. */
    @Override
    public boolean resembles(InputStream firstBytes) throws IOException {
        byte[] bytes = firstBytes.readAllBytes();
        String start = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst(BEFORE, "");
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return false;
        }
        try (JsonParser in = JsonLimits.FACTORY.createParser(Characters.of(new ByteArrayInputStream(bytes)))) {
            while (in.nextToken() != null) {
                in.skipChildren();
            }
            return false;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return true;
        }
    }

    private boolean known(JsonToken start, JsonParser in) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            return false;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            if (names.signs().contains(name)) {
                return true;
            }
            JsonToken value = in.nextToken();
            if (names.holders().contains(name) && value == JsonToken.START_ARRAY) {
                JsonToken entry = in.nextToken();
                return entry == JsonToken.END_ARRAY || known(entry, in);
            } else if (names.holders().contains(name) && value == JsonToken.START_OBJECT) {
                return known(value, in);
            }
            in.skipChildren();
        }
        return false;
    }

    @Override
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        CountedStream bytes = new CountedStream(raw, limits.bytes());
        Interchange interchange = new Interchange(names, limits, (document, around) -> {});
        interchange.run(Characters.of(bytes));
        bytes.rethrow();
        List<Problem> problems = new ArrayList<>();
        if (bytes.over()) {
            problems.add(
                    problem("JSON-LIMIT", "The interchange is larger than " + limits.bytes() + " bytes: split it."));
        } else {
            problems.addAll(interchange.problems());
        }
        Document around = interchange.envelope();
        if (around != null && problems.isEmpty()) {
            problems.addAll(JsonProblems.of(around, batchCheck, root, 0));
        }
        if (interchange.items() == 0 && problems.isEmpty()) {
            problems.add(problem("JSON-NO-ITEM", "There is no document in it: an interchange needs at least one."));
        }
        return Scan.of(format, around == null ? null : around.tree(), interchange.items(), problems, Map.of());
    }

    @Override
    public void read(InputStream raw, Scan scan, Consumer<RawItem> items) throws IOException {
        int[] sequence = {0};
        Interchange interchange =
                new Interchange(names, Limits.DEFAULT.withItems(Integer.MAX_VALUE), (document, around) -> {
                    int place = ++sequence[0];
                    items.accept(
                            new RawItem(place, document.tree(), around, JsonProblems.of(document, check, item, place)));
                });
        CountedStream bytes = new CountedStream(raw, Long.MAX_VALUE);
        interchange.run(Characters.of(bytes));
        bytes.rethrow();
        if (!interchange.problems().isEmpty()) {
            throw new IllegalStateException("the interchange was not scanned, or changed since");
        }
    }

    @Override
    public byte[] reply(byte[] xml) {
        Element tree = ReplyTree.read(xml);
        byte[] written = ReplyWriter.write(tree, item);
        String fault = check.firstFault(written);
        if (!fault.isEmpty()) {
            throw new InvalidReply(fault);
        }
        return written;
    }

    private static Problem problem(String rule, String text) {
        return new Problem(rule, Severity.REJECT, Pointer.path(Names.BATCH), "", "", text, "");
    }
}
