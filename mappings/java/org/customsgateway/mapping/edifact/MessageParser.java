package org.customsgateway.mapping.edifact;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Holds messages against their grammar with StAEDI, segment by segment. What is around messages never reaches StAEDI, which
 * gives up an interchange at the first fault in that: it gets a header of our own, and messages that have their trailers.
 */
final class MessageParser {

    private static final int MOST_MESSAGES = 1000;

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final Grammar grammar;
    private final Separators separators;
    private final int version;
    private final Feed feed = new Feed();
    private EDIStreamReader reader;
    private boolean inMessage;
    private int messages;

    /** @param version of the syntax: since 4 data elements repeat, and the decimal mark may be either */
    MessageParser(Grammar grammar, Separators separators, int version) {
        this.grammar = grammar;
        this.separators = separators;
        this.version = version < 4 ? 3 : 4;
        factory.setProperty(EDIInputFactory.EDI_ENABLE_LOOP_TEXT, false);
        factory.setProperty(EDIInputFactory.EDI_NEST_HIERARCHICAL_LOOPS, false);
    }

    /** Something that it is given. */
    interface Step {
        void take() throws Lost;
    }

    /** StAEDI cannot go on after this message. */
    static final class Lost extends Exception {
        Lost(Exception cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }

    /** With a header of our own: what is wrong with the one that was sent is not StAEDI's to say. */
    void begin(String type, String versionNumber, String release) throws Lost {
        String s009 = String.join(String.valueOf(separators.component()), type, versionNumber, release, "UN");
        segment(service("UNH", "1", s009), reader -> {});
    }

    /** @param events told of what is missing before the trailer, which is of our own too */
    void end(Consumer<EDIStreamReader> events) throws Lost {
        boolean[] before = {true};
        segment(service("UNT", "1", "1"), reader -> {
            before[0] &= reader.getEventType() != EDIStreamEvent.START_SEGMENT;
            if (before[0]) {
                events.accept(reader);
            }
        });
    }

    private String service(String... parts) {
        return String.join(String.valueOf(separators.element()), parts);
    }

    /** @param events told of each event of the segment, in the state that the reader then is in */
    void segment(String text, Consumer<EDIStreamReader> events) throws Lost {
        try {
            if (reader == null) {
                open();
            }
            feed.take(text + separators.terminator());
            EDIStreamEvent event;
            do {
                event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    inMessage = true;
                    messages++;
                    reader.setTransactionSchema(grammar.message());
                }
                events.accept(reader);
            } while (event != EDIStreamEvent.END_SEGMENT);
            inMessage &= !text.startsWith("UNT");
        } catch (EDIStreamException | IllegalStateException | IndexOutOfBoundsException e) {
            reader = null;
            throw new Lost(e);
        }
    }

    /**
     * Whether another interchange may be read with it. What StAEDI makes of a grammar at the start costs more than a message with
     * one consignment; but it counts characters in 32 bits.
     */
    boolean isReusable() {
        return reader != null && !inMessage && messages < MOST_MESSAGES;
    }

    boolean reads(Separators wanted, int syntaxVersion) {
        return separators.equals(wanted) && version == (syntaxVersion < 4 ? 3 : 4);
    }

    /** Gives up the message that is open. */
    void drop() {
        reader = null;
    }

    private void open() throws EDIStreamException {
        reader = factory.createEDIStreamReader(feed, StandardCharsets.UTF_8.name(), grammar.control());
        String plain = "UNB+UNOC:" + version + "+S+R+700101:0000+1";
        String header = plain.replace('+', separators.element()).replace(':', separators.component());
        feed.take(separators.una() + header + separators.terminator());
        EDIStreamEvent event;
        do {
            event = reader.next();
        } while (event != EDIStreamEvent.END_SEGMENT || !reader.getText().equals("UNB"));
    }

    /** The bytes of one segment; StAEDI is never asked to read on when they are used up. */
    private static final class Feed extends InputStream {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        void take(String text) {
            bytes = StandardCharsets.UTF_8.encode(text);
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
        }

        @Override
        public boolean markSupported() {
            return true; // or StAEDI would read ahead
        }
    }
}
