package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** The items and their declarations. */
public final class Items {
    /** interchange id, hyphen, sequence with 7 digits at least. */
    public static String id(String interchangeId, int sequence) {
        return String.format(Locale.ROOT, "%s-%07d", interchangeId, sequence);
    }
    /** The latest version of each key that is occupied. */
    public Map<ItemKey, KnownItem> known(PartnerId partner, Collection<ItemKey> keys) {
        throw new UnsupportedOperationException();
    }

    /** One transaction: items, declarations, hand-overs, first statuses, checkpoint. Throws LeaseLost. */
    public Journaled journal(Batch batch) {
        throw new UnsupportedOperationException();
    }

    public Optional<Item> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** By sequence, beginning after {@code afterSequence}. */
    public List<Item> of(String interchangeId, int afterSequence, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Items whose partner's id or whose own id begins with the text; newest first. */
    public List<Item> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<byte[]> declaration(String id) {
        throw new UnsupportedOperationException();
    }

    /** All statuses in their order. */
    public List<Status> statuses(String id) {
        throw new UnsupportedOperationException();
    }

    /** How many items have each status now. */
    public Map<StatusCode, Long> counts() {
        throw new UnsupportedOperationException();
    }
}
