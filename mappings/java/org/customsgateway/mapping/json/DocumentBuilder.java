package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.Limits;

/**
 * Makes one document of a parser's tokens. A member is an element of its name, an array is as many elements of its name as it has
 * entries, null is nothing; numbers stay as they are written. What goes over a limit is left out and said once.
 */
final class DocumentBuilder {

    private static final int MOST_FAULTS = 100;

    /** What is done with members of the outermost object that hold documents themselves. */
    interface Holder {
        /** Whether it took the member, whose value the parser is at. */
        boolean take(String member, DocumentBuilder around) throws IOException;
    }

    private final JsonParser in;
    private final Limits limits;
    private final int linesBefore;
    private final Deque<String> trail = new ArrayDeque<>();
    private final List<Document.Fault> faults = new ArrayList<>();
    private Element root;
    private ObjectNode rootNode;
    private int elements;

    /** @param linesBefore lines of the interchange that the parser did not see */
    DocumentBuilder(JsonParser in, Limits limits, int linesBefore) {
        this.in = in;
        this.limits = limits;
        this.linesBefore = linesBefore;
    }

    /** The value that the parser is at. */
    Document build(String name, Holder holder) throws IOException {
        root = element(name, null);
        JsonNode node = in.currentToken() == JsonToken.START_OBJECT ? object(root, 1, holder) : value(root, 1);
        return new Document(root, node, List.copyOf(faults));
    }

    /** What was read of a document that breaks off. */
    Document sofar(Element otherwise, Unreadable why) {
        Element at = root == null ? otherwise : root;
        int line = otherwise.line();
        faults.add(new Document.Fault(why.rule(), at, "", "", line, why.column(), "", why.text()));
        return new Document(at, null, List.copyOf(faults));
    }

    Element root() {
        return root;
    }

    ObjectNode rootNode() {
        return rootNode;
    }

    private Element element(String name, Element parent) {
        JsonLocation at = in.currentTokenLocation();
        return new Element(name, parent, at.getLineNr() + linesBefore, at.getColumnNr());
    }

    private JsonNode value(Element at, int depth) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(at, depth, null);
            case START_ARRAY -> array(at.name(), at, depth);
            case VALUE_STRING -> string(at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at);
            case VALUE_TRUE, VALUE_FALSE -> {
                at.text(in.getText());
                yield BooleanNode.valueOf(in.getBooleanValue());
            }
            default -> NullNode.getInstance();
        };
    }

    private JsonNode object(Element at, int depth, Holder holder) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        rootNode = at == root ? node : rootNode;
        Set<String> names = new HashSet<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = name(at, in.currentName());
            in.nextToken();
            trail.addLast(name);
            if (!names.add(name)) {
                fault("JSON-DUPLICATE", at, name, "", "'" + name + "' stands twice in one object: send it once.");
                in.skipChildren();
            } else if (holder == null || !holder.take(name, this)) {
                member(at, name, depth, node);
            }
            trail.removeLast();
        }
        return node;
    }

    private String name(Element at, String written) {
        if (!Characters.sound(written)) {
            String mended = cut(Characters.mended(written));
            fault("JSON-CHARACTER", at, mended, "", "A name holds a character that no text may hold.");
            return mended;
        }
        if (written.length() > JsonLimits.NAME) {
            String text = "A name has more than " + JsonLimits.NAME + " characters.";
            fault("JSON-LIMIT", at, cut(written), "", text);
            return cut(written);
        }
        return written;
    }

    private static String cut(String name) {
        int most = JsonLimits.NAME;
        if (name.length() <= most) {
            return name;
        }
        return name.substring(0, Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most);
    }

    private void member(Element at, String name, int depth, ObjectNode node) throws IOException {
        if (depth >= limits.depth()) {
            String text = "It is nested more than " + limits.depth() + " deep: that is over the limit.";
            fault("JSON-LIMIT", at, name, "", text);
            in.skipChildren();
        } else if (in.currentToken() == JsonToken.START_ARRAY) {
            node.set(name, array(name, at, depth + 1));
        } else if (in.currentToken() == JsonToken.VALUE_NULL) {
            node.set(name, NullNode.getInstance());
        } else if (room(at, name)) {
            node.set(name, value(added(name, at), depth + 1));
        }
    }

    private JsonNode array(String name, Element parent, int depth) throws IOException {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        if (depth >= limits.depth()) {
            String text = "It is nested more than " + limits.depth() + " deep: that is over the limit.";
            fault("JSON-LIMIT", parent, name, "", text);
            in.skipChildren();
            return node;
        }
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            trail.addLast(String.valueOf(i));
            if (room(parent, name)) {
                node.add(value(added(name, parent), depth + 1));
            }
            trail.removeLast();
        }
        return node;
    }

    private Element added(String name, Element parent) {
        Element child = element(name, parent);
        parent.add(child);
        return child;
    }

    /** Whether there is room for one more element; what there is no room for is passed over. */
    private boolean room(Element at, String name) throws IOException {
        if (++elements <= limits.itemElements()) {
            return true;
        }
        if (elements == limits.itemElements() + 1) {
            String text = "The document has more than " + limits.itemElements() + " values: that is over the limit.";
            fault("JSON-LIMIT", at, name, "", text);
        }
        in.skipChildren();
        return false;
    }

    private JsonNode string(Element at) throws IOException {
        String text = in.getText();
        if (text.length() > limits.text()) {
            String words =
                    "'" + at.name() + "' has more than " + limits.text() + " characters: that is over the limit.";
            fault("JSON-LIMIT", at, "", Characters.mended(text.substring(0, 20)), words);
            return TextNode.valueOf("");
        }
        if (!Characters.sound(text)) {
            boolean bytes = text.indexOf(Characters.BROKEN) >= 0;
            String words = bytes
                    ? "'" + at.name() + "' holds bytes that are not UTF-8: send UTF-8."
                    : "'" + at.name() + "' holds a control character or half a character: remove it.";
            text = Characters.mended(text);
            fault(bytes ? "JSON-ENCODING" : "JSON-CHARACTER", at, "", text, words);
        }
        at.text(text.strip());
        return TextNode.valueOf(text);
    }

    private JsonNode number(Element at) throws IOException {
        String written = in.getText();
        int e = Math.max(written.indexOf('e'), written.indexOf('E'));
        String digits = e < 0 ? written : written.substring(0, e);
        String exponent = e < 0 ? "0" : written.substring(e + 1);
        if (digits.length() > JsonLimits.NUMBER
                || exponent.length() > 5
                || Math.abs(Integer.parseInt(exponent)) > JsonLimits.EXPONENT) {
            String words = "'" + at.name() + "' has more digits than a number may have here.";
            fault("JSON-LIMIT", at, "", written.substring(0, Math.min(20, written.length())), words);
            return NullNode.getInstance();
        }
        at.text(written);
        return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? BigIntegerNode.valueOf(new BigInteger(written))
                : DecimalNode.valueOf(new BigDecimal(written));
    }

    private void fault(String rule, Element at, String member, String value, String text) {
        if (faults.size() < MOST_FAULTS) {
            JsonLocation here = in.currentTokenLocation();
            int line = here.getLineNr() + linesBefore;
            faults.add(
                    new Document.Fault(rule, at, member, JsonPointer.of(trail), line, here.getColumnNr(), value, text));
        }
    }
}
