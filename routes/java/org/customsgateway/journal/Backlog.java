package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.message.PartnerId;

/**
 * What is open at a moment, for whoever watches. It is found by the indexes of what is open: it costs as much as that is, whatever
 * lies behind it.
 *
 * @param unread interchanges that are to be read or are being read, by partner
 * @param unsent declarations that the broker may not have got; those that wait for a decision are not among them
 * @param unwritten replies that have their number and no bytes yet
 * @param undelivered replies on their way out, by partner; those that are parked are not among them
 * @param alarms how many are open, by kind
 */
public record Backlog(
        Map<PartnerId, Waiting> unread,
        Waiting unsent,
        Waiting unwritten,
        Map<PartnerId, Waiting> undelivered,
        Map<String, Long> alarms) {

    /** @param since when the first of them waits; null where there are none */
    public record Waiting(long count, Instant since) {

        public static final Waiting NONE = new Waiting(0, null);
    }

    static Backlog read(Transaction tx) throws SQLException {
        return new Backlog(
                byPartner(tx, """
                        SELECT open.partner, open.n, i.received_at
                        FROM (SELECT partner, count(*) AS n, min(id) AS first FROM interchange
                          WHERE state IN ('RECEIVED', 'READING') GROUP BY partner) open
                        JOIN interchange i ON i.id = open.first"""),
                waiting(
                        tx,
                        "SELECT count(*), min(created_at) FROM hand_over"
                                + " WHERE sent_at IS NULL AND answered_at IS NULL AND held IS NULL"),
                waiting(tx, "SELECT count(*), min(created_at) FROM reply WHERE state = 'DRAFT'"),
                byPartner(
                        tx,
                        "SELECT partner, count(*), min(created_at) FROM reply WHERE state = 'PENDING' GROUP BY partner"),
                alarms(tx));
    }

    private static Waiting waiting(Transaction tx, String sql) throws SQLException {
        return tx.row(sql, Backlog::waiting).orElse(Waiting.NONE);
    }

    private static Waiting waiting(Columns row) throws SQLException {
        return new Waiting(row.number(), row.time());
    }

    private static Map<PartnerId, Waiting> byPartner(Transaction tx, String sql) throws SQLException {
        Map<PartnerId, Waiting> all = new HashMap<>();
        tx.rows(sql, row -> all.put(new PartnerId(row.text()), waiting(row)));
        return Map.copyOf(all);
    }

    private static Map<String, Long> alarms(Transaction tx) throws SQLException {
        Map<String, Long> all = new HashMap<>();
        tx.rows(
                "SELECT kind, count(*) FROM alarm WHERE cleared_at IS NULL GROUP BY kind",
                row -> all.put(row.text(), row.number()));
        return Map.copyOf(all);
    }
}
