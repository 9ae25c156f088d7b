package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.customsgateway.message.Problem;

/**
 * How bytes become items and how a reply becomes bytes, for one format: one kind of it for each value of {@code reader} in a
 * {@code format.yaml}. Safe for use by many threads.
 */
public interface Syntax {

    /** Makes the syntax of a format out of its files. */
    interface Compiler {
        /** @throws BrokenFormat with file and line, if the files do not make one */
        Syntax compile(FormatFile format, Drawers drawers) throws BrokenFormat;
    }

    /** The shape of its messages: what the paths of its mappings are held against. */
    Shape shape();

    /** The element around everything in an interchange; null in a format that is only written. */
    SchemaElement root();

    /** Whether these first bytes of an interchange are in this format. */
    boolean recognises(InputStream firstBytes) throws IOException;

    /**
     * Whether an interchange that no format recognises is in this syntax all the same: then its scan says better than anybody
     * else what is wrong with it.
     */
    default boolean resembles(InputStream firstBytes) throws IOException {
        return false;
    }

    /** What a partner says of one of our replies, if that is what the bytes are. */
    default Optional<Acknowledgement> acknowledgement(InputStream raw) throws IOException {
        return Optional.empty();
    }

    /**
     * What is wrong with an interchange whose reference the sender has used before, in a syntax whose references are unique.
     *
     * @param scan of the second one
     */
    default Optional<Problem> usedAgain(Scan scan) {
        return Optional.empty();
    }

    /** First pass, over all bytes: whether the interchange can be read, and what is said of it as a whole. */
    Scan scan(InputStream raw, Limits limits) throws IOException;

    /**
     * Second pass: one item after another; nothing of an item is kept once the consumer returned. Items of messages that the
     * scan refused bear the problems of their message.
     */
    void read(InputStream raw, Scan scan, Consumer<RawItem> items) throws IOException;

    /**
     * Both passes at once, over an interchange that is held in memory. What is handed over counts only if the scan is not
     * refused; where the first item is handed over again, what came before that does not count.
     */
    default Scan whole(byte[] raw, Limits limits, Consumer<RawItem> items) throws IOException {
        Scan scan = scan(new ByteArrayInputStream(raw), limits);
        if (!scan.refused()) {
            read(new ByteArrayInputStream(raw), scan, items);
        }
        return scan;
    }

    /**
     * The bytes of a reply.
     *
     * @param xml what the reply template wrote: the reply as an XML tree in the words of {@link #shape}, UTF-8
     * @throws InvalidReply if it is not valid in this format
     */
    byte[] reply(byte[] xml);

    /** The shape of messages as their schema gives it. */
    interface Shape {
        /** A root element by its local name, or null. */
        SchemaElement root(String name);

        /** All files in the drawers that it is made of. */
        List<String> files();
    }
}
