package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.Limits;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/**
 * One pass over the bytes of an interchange, document by document: a single one, an array of them, an object that holds them
 * under an agreed name, or one on each line. Both passes go this way, so that the second finds what the first found.
 */
final class Interchange {

    private static final int HEAD = 1 << 16;

    private final Names names;
    private final Limits limits;
    private final BiConsumer<Document, Element> documents;
    private final List<Problem> problems = new ArrayList<>();
    private Document envelope;
    private int items;

    /** @param documents takes each document with what of the interchange around it was read before it */
    Interchange(Names names, Limits limits, BiConsumer<Document, Element> documents) {
        this.names = names;
        this.limits = limits;
        this.documents = documents;
    }

    int items() {
        return items;
    }

    /** What stands around the documents; null where nothing does. */
    Document envelope() {
        return envelope;
    }

    /** Why it is refused as a whole. */
    List<Problem> problems() {
        return problems;
    }

    void run(Reader raw) throws IOException {
        PushbackReader characters = new PushbackReader(raw, HEAD);
        Head head = Head.of(characters, HEAD);
        if (head.encoding()) {
            refuse("JSON-ENCODING", "It is not UTF-8: send it in UTF-8.", 1, 1);
        } else if (head.lines()) {
            lines(characters);
        } else {
            whole(characters);
        }
    }

    private void whole(Reader characters) throws IOException {
        JsonParser in = JsonLimits.FACTORY.createParser(characters);
        try {
            root(in);
            if (problems.isEmpty() && in.nextToken() != null) {
                JsonLocation at = in.currentTokenLocation();
                String text =
                        "Something follows the end of the document: send one document, an array of them, or one on each"
                                + " line.";
                refuse("JSON-TRAILING", text, at.getLineNr(), at.getColumnNr());
            }
        } catch (JacksonException e) {
            Unreadable why = Unreadable.of((JsonProcessingException) e, in);
            refuse(why.rule(), why.text(), why.line(), why.column());
        } catch (Full e) {
            refuse("JSON-LIMIT", "There are more than " + limits.items() + " documents in it: split it.", 0, 0);
        }
    }

    private void root(JsonParser in) throws IOException {
        JsonToken first = in.nextToken();
        if (first == JsonToken.START_ARRAY) {
            array(in, empty());
        } else if (first == JsonToken.START_OBJECT) {
            object(in);
        } else if (first != null) {
            JsonLocation at = in.currentTokenLocation();
            String text = "It is neither an object nor an array of objects.";
            refuse("JSON-ROOT", text, at.getLineNr(), at.getColumnNr());
        }
    }

    private void array(JsonParser in, Element around) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            item(in, around);
        }
    }

    private void item(JsonParser in, Element around) throws IOException {
        room();
        documents.accept(new DocumentBuilder(in, limits, 0).build(names.item(), null), around);
    }

    /** A document, or what holds documents: only its members tell. */
    private void object(JsonParser in) throws IOException {
        Batch batch = new Batch(in);
        Document built = new DocumentBuilder(in, limits, 0).build(names.item(), batch);
        if (!batch.found) {
            room();
            documents.accept(built, empty());
            return;
        }
        Map<Element, Element> twins = new IdentityHashMap<>();
        Element around = copy(built.tree(), null, Names.BATCH, twins);
        List<Document.Fault> faults = built.faults().stream()
                .map(fault -> fault.of(twins.get(fault.at())))
                .toList();
        envelope = new Document(around, built.node(), faults);
    }

    /** Takes the documents out of the object that holds them. */
    private final class Batch implements DocumentBuilder.Holder {

        private final JsonParser in;
        private boolean found;

        Batch(JsonParser in) {
            this.in = in;
        }

        @Override
        public boolean take(String member, DocumentBuilder around) throws IOException {
            boolean many = in.currentToken() == JsonToken.START_ARRAY;
            if (!names.holders().contains(member) || !many && in.currentToken() != JsonToken.START_OBJECT) {
                return false;
            }
            found = true;
            ObjectNode node = around.rootNode();
            Element before = copy(around.root(), null, Names.BATCH, new IdentityHashMap<>());
            if (many) {
                node.set(member, JsonNodeFactory.instance.arrayNode());
                array(in, before);
            } else {
                item(in, before);
                node.set(member, JsonNodeFactory.instance.objectNode());
            }
            return true;
        }
    }

    /** The same under another name: only when documents turn up in it is it known what it is. */
    private static Element copy(Element from, Element parent, String name, Map<Element, Element> twins) {
        Element copy = new Element(name, parent, from.line(), from.column());
        copy.text(from.text());
        twins.put(from, copy);
        from.children().forEach(child -> copy.add(copy(child, copy, child.name(), twins)));
        return copy;
    }

    private void lines(Reader characters) throws IOException {
        Lines lines = new Lines(characters);
        try {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.blank()) {
                    room();
                    documents.accept(document(line), empty());
                }
            }
        } catch (Full e) {
            refuse("JSON-LIMIT", "There are more than " + limits.items() + " documents in it: split it.", 0, 0);
        }
    }

    private Document document(Lines.Line line) throws IOException {
        JsonParser in = JsonLimits.FACTORY.createParser(line.reader());
        DocumentBuilder builder = new DocumentBuilder(in, limits, line.number() - 1);
        Element start = new Element(names.item(), null, line.number(), 1);
        if (line.over()) {
            String text = "The line has more than " + JsonLimits.LINE + " characters.";
            return builder.sofar(start, new Unreadable("JSON-LIMIT", text, 1, 1));
        }
        try {
            in.nextToken();
            Document document = builder.build(names.item(), null);
            return in.nextToken() == null
                    ? document
                    : builder.sofar(start, new Unreadable("JSON-TRAILING", "A line holds one document.", 1, 1));
        } catch (JacksonException e) {
            return builder.sofar(start, Unreadable.of((JsonProcessingException) e, in));
        }
    }

    private Element empty() {
        return new Element(Names.BATCH, null, 1, 1);
    }

    private void room() throws Full {
        if (items >= limits.items()) {
            throw new Full();
        }
        items++;
    }

    private void refuse(String rule, String text, int line, int column) {
        problems.add(new Problem(rule, Severity.REJECT, new Pointer(Names.BATCH, line, column), "", "", text, ""));
    }

    /** There are more documents than agreed. */
    private static final class Full extends IOException {
        Full() {
            super("more documents than agreed");
        }
    }
}
