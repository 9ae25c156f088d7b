package org.customsgateway.route;

import java.time.Clock;
import java.util.Optional;
import org.customsgateway.journal.Journal;
import org.customsgateway.match.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether buyers are hashed as they were before, and as other nodes hash them. Otherwise one person is two: legs that wait do not
 * match, and a year has two sums.
 */
record MatchKey(Journal journal, String node, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(MatchKey.class);

    private static final String MARK = "match.key";

    /** Tells another key by an alarm, once: who has changed it on purpose clears that. */
    void look(Seal seal) {
        Optional<String> before = journal.settings().get(MARK);
        if (before.filter(seal.mark()::equals).isPresent()) {
            return;
        }
        journal.settings().put(MARK, seal.mark());
        if (before.isPresent()) {
            LOG.warn("node {} has another gateway.match.key than the one that was used last", node);
            journal.alarms()
                    .raise(
                            "MATCH-KEY",
                            node,
                            "gateway.match.key is not the one that was used last: buyers that are known or wait are strangers."
                                    + " All nodes need the same, which the first has in secrets/match.password",
                            clock.instant());
        }
    }
}
