package org.customsgateway.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/** AS2 messages that are kept no longer, with what proves them. A receipt that is owed, either way, keeps its message. */
final class Proofs {

    private static final int PAGE = 200;

    private static final String OLDER = " FROM as2_message WHERE partner = ? AND at < ?";

    private static final String ENDED = " state IN ('ANSWERED', 'SENT', 'RECEIPTED', 'REFUSED')";

    private final Journal journal;

    Proofs(Journal journal) {
        this.journal = journal;
    }

    private record Old(boolean incoming, String messageId, String proof) {}

    Purged purge(PurgeRule rule, Instant at) {
        MessageDigest digest = Purging.sha256();
        long removed = 0;
        List<Old> page;
        do {
            page = journal.write(tx -> {
                List<Old> found = tx.rows(
                        "SELECT incoming, message_id, proof_sha256" + OLDER + " AND" + ENDED
                                + " ORDER BY incoming, message_id LIMIT ?",
                        row -> new Old(row.yes(), row.text(), row.text(Hidden.AS2_PROOF)),
                        rule.partner(),
                        rule.olderThan(),
                        PAGE);
                Removal.gone(tx, found.stream().map(Old::proof).toList());
                tx.batch(
                        "DELETE FROM as2_message WHERE partner = ? AND incoming = ? AND message_id = ?",
                        found.stream()
                                .map(old -> new Object[] {rule.partner(), old.incoming(), old.messageId()})
                                .toList());
                return found;
            });
            for (Old old : page) {
                digest.update((old.messageId() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            removed += page.size();
        } while (page.size() == PAGE);
        return Purging.noted(
                journal,
                new Purged(
                        at,
                        rule,
                        removed,
                        Purging.hex(digest),
                        count(rule, " AND NOT" + ENDED),
                        count(rule, " AND" + ENDED)));
    }

    Purged tried(PurgeRule rule, Instant at) {
        return new Purged(at, rule, count(rule, " AND" + ENDED), "", count(rule, " AND NOT" + ENDED), 0);
    }

    private long count(PurgeRule rule, String which) {
        return journal.read(tx ->
                        tx.row("SELECT count(*)" + OLDER + which, Columns::number, rule.partner(), rule.olderThan()))
                .orElseThrow();
    }
}
