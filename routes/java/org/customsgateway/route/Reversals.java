package org.customsgateway.route;

import java.time.Instant;
import org.customsgateway.journal.Decided;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Standing;
import org.customsgateway.message.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a person look at decisions that say otherwise after a last word: see {@link LateTable}. */
final class Reversals {

    private static final Logger LOG = LoggerFactory.getLogger(Reversals.class);

    private final Combine combine;
    private final Journal journal;

    Reversals(Combine combine, Journal journal) {
        this.combine = combine;
        this.journal = journal;
    }

    void look(Decided decided, Instant now) {
        for (Decided.Change change : decided.changes()) {
            StatusCode becomes = change.status().status().code();
            if (combine.reverses(change.before().status(), becomes)) {
                alarm(change.before(), "became " + becomes, now);
            }
        }
        for (Standing standing : decided.unchanged()) {
            combine.kept(standing).ifPresent(would -> alarm(standing, "stays so, and is not " + would, now));
        }
    }

    /** One is open for a back-end at a time; the log has all of them. */
    private void alarm(Standing before, String what, Instant now) {
        String backend = before.news().backend();
        String text = before.itemId() + " was " + before.status() + " and " + what + " by decision "
                + before.news().ref();
        LOG.warn("DECISION-REVERSED of {}: {}", backend, text);
        journal.alarms().raise("DECISION-REVERSED", backend, text, now);
    }
}
