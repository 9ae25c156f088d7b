package org.customsgateway.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.message.StatusCode;

/**
 * What goes into one reply: of one interchange, in one format.
 *
 * @param waiting what is unreported of it, never empty; either statuses or the interchange itself
 */
record Telling(Partner partner, Mapping format, List<Unreported> waiting) {

    String interchangeId() {
        return waiting.get(0).interchangeId();
    }

    /** Of the statuses; none when it is the interchange itself that is answered. */
    List<StatusCode> codes() {
        return waiting.stream().map(Unreported::code).filter(Objects::nonNull).toList();
    }

    boolean isDue(Instant now) {
        Instant oldest = waiting.stream()
                .map(Unreported::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return codes().isEmpty() // there is nothing to wait for
                || count() >= most()
                || !oldest.plus(partner.reply().batchWait()).isAfter(now);
    }

    /** How many replies are full; the last one, which is not, is one. */
    int replies() {
        return Math.max(1, count() / most());
    }

    private int count() {
        return waiting.stream().mapToInt(Unreported::count).sum();
    }

    /** Statuses in one reply. */
    int most() {
        return Math.min(partner.reply().batchItems(), format.itemsPerReply());
    }
}
