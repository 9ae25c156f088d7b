package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** Replies on their way out over the wire. */
public final class Outbox {
    /** Pending and due, in the order of their making. One node at a time per partner: hold a lease. */
    public List<Reply> due(PartnerId partner, Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    public void delivered(Collection<String> replyIds, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The wire failed: attempts + 1, not before {@code next}. Returns the number of attempts so far. */
    public int failed(String replyId, Instant next, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The wire failed too often: set aside, with an alarm. */
    public void park(String replyId, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** A person lets a parked (or delivered) one go out (again). False when there is none. */
    public boolean resume(String replyId, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** New deliveries of the replies of {@code original}, same bytes and names, for the interchange {@code again}. Returns how many. Done by receive already. */
    public int deliverAgain(String original, String again, Instant at) {
        throw new UnsupportedOperationException();
    }
}
