package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** What partners are to be told, and the replies that tell them, until their bytes are on disk. */
public final class Replies {
    /** Interchanges with something unreported, those that wait longest first. */
    public List<Unreported> unreported(int limit) {
        throw new UnsupportedOperationException();
    }

    /** One transaction: takes up to {@code max} unreported statuses of one interchange (or its refusal), the next control number, and makes a draft of them; empty when nothing is unreported (any more). */
    public Optional<Draft> draft(String replyId, String interchangeId, FormatId format, int max, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The bytes are on disk: the draft becomes pending. */
    public void written(String replyId, String name, RawBytes raw, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Drafts from before {@code olderThan}: a crash came between draft and written. Write them again, same number and time. */
    public List<Draft> drafts(Instant olderThan, int limit) {
        throw new UnsupportedOperationException();
    }

    /** All replies that answer this interchange. */
    public List<Reply> of(String interchangeId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Reply> find(String id) {
        throw new UnsupportedOperationException();
    }
}
