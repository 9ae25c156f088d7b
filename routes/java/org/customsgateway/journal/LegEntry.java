package org.customsgateway.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.LegKind;

/**
 * A leg of an order on its way into the journal, beside its item.
 *
 * @param keys by the kind of the leg that each of them names; the one of its own kind is always there
 * @param needs the kinds that an order waits for; none for the others
 * @param cancels whether it withdraws the version before it
 * @param deadline it is joined by then or rejected
 * @param facts what is compared with the other legs; nothing personal stands in it in the clear
 */
public record LegEntry(
        LegKind kind,
        Map<LegKind, String> keys,
        Set<LegKind> needs,
        boolean cancels,
        Instant deadline,
        Map<String, String> facts) {}
