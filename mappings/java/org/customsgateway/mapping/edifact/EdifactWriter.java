package org.customsgateway.mapping.edifact;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIType;
import java.io.ByteArrayOutputStream;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.ReplyTree;

/**
 * Writes the tree that a reply template made as an interchange: segments in the order of the tree, the trailers UNT, UNE and UNZ with
 * their counts and references. UNA where the tree has one, and where UNB has released characters: some readers know of none before they saw UNA (StAEDI 1.26 among them). What it writes is yet to be held against the grammar.
 */
final class EdifactWriter {

    private final Grammar grammar;

    EdifactWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    /** @throws InvalidReply if it has something in it that the grammar has not */
    byte[] write(byte[] xml) {
        Envelope out = new Envelope();
        write(ReplyTree.read(xml), out);
        return out.end();
    }

    private void write(Element of, Envelope out) {
        if (of.name().equals("UNA")) {
            out.serviceString();
        } else if (SegmentNames.isSegment(of.name())) {
            out.segment(of, type(of.name()));
        } else {
            of.children().forEach(part -> write(part, out));
        }
    }

    private EDIComplexType type(String tag) {
        EDIType type = grammar.control().getType(tag);
        type = type == null ? grammar.message().getType(tag) : type;
        if (!(type instanceof EDIComplexType segment)) {
            throw new InvalidReply("the grammar has no segment " + tag);
        }
        return segment;
    }

    /** The bytes so far, and what the trailers will say. */
    private static final class Envelope {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        private Alphabet alphabet = Alphabet.of("UNOA");
        private SegmentText text = new SegmentText(alphabet, "3");
        private String interchange = "";
        private String group = "";
        private String message = "";
        private boolean serviceString;
        private int segments;
        private int messages;
        private int groups;

        void segment(Element of, EDIComplexType type) {
            switch (of.name()) {
                case "UNB" -> {
                    alphabet = Alphabet.of(of.textAt("S001", "E0001"));
                    text = new SegmentText(alphabet, of.textAt("S001", "E0002"));
                    interchange = of.textAt("E0020");
                }
                case "UNG" -> {
                    endGroup();
                    group = of.textAt("E0048");
                    groups++;
                    messages = 0;
                }
                case "UNH" -> {
                    endMessage();
                    message = of.textAt("E0062");
                    messages++;
                }
                default -> {
                    // counts, and no more
                }
            }
            segments += message.isEmpty() ? 0 : 1;
            String written = text.of(of, type);
            if (of.name().equals("UNB") && (serviceString || written.indexOf('?') >= 0)) {
                write(text.serviceString());
            }
            write(written);
        }

        void serviceString() {
            serviceString = true;
        }

        private void endMessage() {
            if (!message.isEmpty()) {
                trailer("UNT", segments + 1, message);
            }
            message = "";
            segments = 0;
        }

        private void endGroup() {
            endMessage();
            if (!group.isEmpty()) {
                trailer("UNE", messages, group);
            }
            group = "";
        }

        byte[] end() {
            endGroup();
            if (interchange.isEmpty() || groups + messages == 0) {
                throw new InvalidReply("there is no UNB, or no message in it");
            }
            trailer("UNZ", groups > 0 ? groups : messages, interchange);
            return bytes.toByteArray();
        }

        private void trailer(String tag, int count, String reference) {
            write(tag + "+" + count + "+" + text.value(tag, reference) + "'");
        }

        private void write(String written) {
            bytes.writeBytes(written.getBytes(alphabet.charset()));
        }
    }
}
