package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whose interchanges are read next: partners take turns, the one served longest ago first, each with its oldest. */
final class Turns {

    // hops from partner to partner through the index of open interchanges, however long a partner's backlog is
    private static final String WAITING = """
            WITH RECURSIVE waiting (partner) AS (
              SELECT (SELECT min(i.partner) FROM interchange i WHERE i.state IN ('RECEIVED', 'READING'))
              UNION ALL
              SELECT (SELECT min(i.partner) FROM interchange i WHERE i.state IN ('RECEIVED', 'READING') AND i.partner > w.partner)
              FROM waiting w WHERE w.partner IS NOT NULL)
            SELECT w.partner FROM waiting w LEFT JOIN turn t ON t.partner = w.partner
            WHERE w.partner IS NOT NULL ORDER BY coalesce(t.served, 0), w.partner""";

    private static final String FREE = """
            SELECT id FROM interchange WHERE partner = ? AND state IN ('RECEIVED', 'READING') AND next_attempt_at <= ?
              AND (lease_until IS NULL OR lease_until < ?) ORDER BY id LIMIT ?""";

    private Turns() {}

    static List<Interchange> claim(Transaction tx, String node, int max, Instant until, Instant now)
            throws SQLException {
        List<List<String>> queues = new ArrayList<>();
        List<String> served = new ArrayList<>();
        for (String partner : tx.rows(WAITING, Columns::text)) {
            if (queues.size() == max) {
                break;
            }
            List<String> free = tx.rows(FREE + tx.lockingFree(), Columns::text, partner, now, now, max);
            if (!free.isEmpty()) {
                queues.add(free);
                served.add(partner);
            }
        }
        List<String> ids = inTurn(queues, max);
        if (ids.isEmpty()) {
            return List.of();
        }
        tx.batch(
                "UPDATE interchange SET lease_owner = ?, lease_until = ? WHERE id = ?",
                ids.stream().map(id -> new Object[] {node, until, id}).toList());
        serve(tx, served);
        List<Interchange> claimed = new ArrayList<>(Interchanges.all(tx, ids));
        claimed.sort(Comparator.comparingInt(interchange -> ids.indexOf(interchange.id())));
        return claimed;
    }

    /** The first of each, then the second of each, and so on. */
    private static List<String> inTurn(List<List<String>> queues, int max) {
        List<String> ids = new ArrayList<>();
        for (int round = 0; round < max; round++) {
            for (List<String> queue : queues) {
                if (round < queue.size() && ids.size() < max) {
                    ids.add(queue.get(round));
                }
            }
        }
        return ids;
    }

    private static void serve(Transaction tx, List<String> partners) throws SQLException {
        // in one order on all nodes, so that they wait for each other and never in a ring
        for (String partner : partners.stream().sorted().toList()) {
            tx.update(
                    "INSERT INTO turn (partner, served) VALUES (?, (SELECT coalesce(max(served), 0) + 1 FROM turn))"
                            + " ON CONFLICT (partner) DO UPDATE SET served = excluded.served",
                    partner);
        }
    }
}
