package org.customsgateway.journal;

import java.time.Instant;
import java.util.List;
import org.customsgateway.message.Origin;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Wire;

/**
 * An interchange as a wire brings it.
 *
 * @param id the gateway's own id of it: text that sorts by time, new for each arrival
 * @param mark what makes this delivery the same delivery when the wire brings it again after a crash (message id; file
 *     name, size and time), or null where the wire has nothing of that kind
 * @param name the file name or message id, or empty
 * @param refusal problems for which it is refused without being read (too large, too many); mostly empty
 * @param again what to tell when the partner has sent these bytes before: null sends the same replies again, a problem
 *     refuses
 * @param origin what the message that carried it said of itself
 */
public record Arrival(
        String id,
        PartnerId partner,
        Wire wire,
        String mark,
        String name,
        Kept bytes,
        Instant at,
        List<Problem> refusal,
        Problem again,
        Origin origin) {

    /** From a wire whose transmissions say nothing of themselves. */
    public Arrival(
            String id,
            PartnerId partner,
            Wire wire,
            String mark,
            String name,
            Kept bytes,
            Instant at,
            List<Problem> refusal,
            Problem again) {
        this(id, partner, wire, mark, name, bytes, at, refusal, again, Origin.NONE);
    }
}
