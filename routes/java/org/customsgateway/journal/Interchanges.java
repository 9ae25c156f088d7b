package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** The interchanges: from arrival until all their items are journaled. */
public final class Interchanges {
    /** Journals an arrival. The same delivery again changes nothing; the same bytes again send the replies of the first again. */
    public Received receive(Arrival arrival) {
        throw new UnsupportedOperationException();
    }

    /** Takes up to {@code max} interchanges that are to be read under a lease; partners take turns. */
    public List<Interchange> claim(String node, int max, Instant until, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** False when the lease is lost. */
    public boolean renew(String id, String node, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** The format is known and reading begins. Throws LeaseLost. */
    public void reading(String id, String node, FormatId format, String mappingVersion, String reference) {
        throw new UnsupportedOperationException();
    }

    /** All items are journaled. Throws LeaseLost. */
    public void finish(String id, String node, int itemsTotal, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The sender's fault. report: whether the partner is to be told (a reply is possible). Throws LeaseLost. */
    public void refuse(String id, String node, List<Problem> problems, boolean report, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Our fault: frees it and lets it be claimed again later. Returns the number of attempts so far. Throws LeaseLost. */
    public int retryLater(String id, String node, Instant next, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Our fault once too often: set aside, with an alarm. Throws LeaseLost. */
    public void quarantine(String id, String node, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** A person lets a quarantined one be read again from its checkpoint. False when it is not in quarantine. */
    public boolean resubmit(String id, Instant at) {
        throw new UnsupportedOperationException();
    }

    public Optional<Interchange> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first; null partner or state: all. */
    public List<Interchange> latest(PartnerId partner, InterchangeState state, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many there are in each state. */
    public Map<InterchangeState, Long> counts() {
        throw new UnsupportedOperationException();
    }
}
