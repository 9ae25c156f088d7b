package org.customsgateway.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;

/**
 * One leg of an order as the journal knows it.
 *
 * @param version of the item among those of its key
 * @param keys by the kind of the leg that each of them names
 * @param needs the kinds that an order waits for
 * @param orderItem the order that it is part of, or empty
 * @param facts what is compared with the other legs
 * @param problems of the item when it was read: warnings
 * @param counted what it has added to the sum of its buyer, or null
 * @param receivedAt when its interchange came
 */
public record Leg(
        String itemId,
        LegKind kind,
        Map<LegKind, String> keys,
        Set<LegKind> needs,
        boolean cancels,
        LegState state,
        Instant deadline,
        String orderItem,
        Map<String, String> facts,
        YearShare counted,
        String interchangeId,
        int sequence,
        PartnerId partner,
        ItemKey key,
        int version,
        FormatId format,
        String mappingVersion,
        List<Problem> problems,
        Instant receivedAt) {

    /** As a place in its own message: all of it. */
    public Pointer pointer() {
        return Pointer.path(kind.word() + "[" + sequence + "]");
    }

    /** What makes it the same leg when it comes again, or when another partner sends it too. */
    public String ownKey() {
        return keys.get(kind);
    }

    /** The key by which it names a leg of this kind, or empty. */
    public String key(LegKind of) {
        return keys.getOrDefault(of, "");
    }

    /** It is asked for often, and tells legs apart as well as all that they hold. */
    @Override
    public int hashCode() {
        return itemId.hashCode();
    }

    public boolean waits() {
        return state == LegState.WAITING;
    }

    public boolean joined() {
        return state == LegState.JOINED;
    }
}
