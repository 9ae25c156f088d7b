package org.customsgateway.mapping;

import java.io.IOException;
import java.io.InputStream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.ReplyContent;

/** One format at one version, compiled and checked. Safe for use by many threads; stays usable after a newer version took its place. */
public final class Mapping {

    public FormatId id() {
        throw new UnsupportedOperationException();
    }

    /** Short hash over all files that this mapping is made of: schema, templates, code lists, shared ones included. */
    public String version() {
        throw new UnsupportedOperationException();
    }

    /** Which format answers this one; itself if the format says nothing else. */
    public FormatId replyFormat() {
        throw new UnsupportedOperationException();
    }

    /** First pass over a whole interchange. {@code raw} is read to its end, not closed. */
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Second pass, over an interchange whose scan was not refused: one item at a time, with the memory of one item.
     *
     * @throws IllegalStateException if the interchange turns out to be unreadable: it was not scanned, or changed since
     */
    public void read(InputStream raw, MappingInputs in, ItemSink sink) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The same item mapped again with other inputs, for example as an amendment (function code 5). */
    public MappedItem remap(MappedItem item, ItemInputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * The reply in this format, valid against its schema.
     *
     * @throws InvalidReply if what the template made is not: our fault
     */
    public byte[] reply(ReplyContent content) {
        throw new UnsupportedOperationException();
    }

    /**
     * The sender's field from which a position of the declaration was made, for a back-end that points into the declaration.
     *
     * @param declarationPath as in {@link WcoFinding#path}
     * @param sequence of the item in its interchange
     */
    public Pointer toSource(String declarationPath, int sequence) {
        throw new UnsupportedOperationException();
    }

    public Coverage coverage() {
        throw new UnsupportedOperationException();
    }
}
