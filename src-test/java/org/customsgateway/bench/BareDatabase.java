package org.customsgateway.bench;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.load.S10;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The journal's rows, bare: its schema and pragmas, its inserts and updates by plain JDBC, its number of commits. */
final class BareDatabase implements BareRun.Work, AutoCloseable {

    /** Odd: no two numbers come to the same. */
    private static final BigInteger SCATTERED = new BigInteger("9e3779b97f4a7c15", 16);

    private final Footprint footprint;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final long units;
    private long unit;
    private long commits;

    BareDatabase(Path file, Footprint footprint) throws SQLException {
        this.footprint = footprint;
        Journal.open(Database.embedded(file)).close();
        var config = new SQLiteConfig();
        config.setPageSize(4096);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-32 * 1024);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 8192");
        }
        connection.setAutoCommit(false);
        // a receipt, a claim, a beginning and an end for each file; a batch and its hand-over; decisions; a draft, its
        // bytes and its delivery for each reply
        units = 4L * footprint.interchanges().size()
                + 2L * footprint.batches()
                + footprint.decides()
                + 3L * footprint.replies().size();
    }

    @Override
    public void run() throws SQLException {
        interchanges();
        var items = footprint.items();
        int decided = 0;
        int replied = 0;
        for (int batch = 1; batch <= footprint.batches(); batch++) {
            int journaled = part(items, batch, footprint.batches());
            journal(part(items, batch - 1, footprint.batches()), journaled);
            while (decided < footprint.decides() && part(items, decided + 1, footprint.decides()) <= journaled) {
                decide(part(items, decided, footprint.decides()), part(items, ++decided, footprint.decides()));
            }
            int replies = footprint.replies().size();
            while (replied < replies && part(items, replied + 1, replies) <= journaled) {
                reply(replied++);
            }
        }
        while (commits < footprint.commits()) {
            add("UPDATE lease SET until = ? WHERE name = ?", commits, "outbox:load-post");
            commit();
        }
    }

    private static int part(int of, int number, int parts) {
        return (int) ((long) of * number / parts);
    }

    private void interchanges() throws SQLException {
        add("INSERT INTO lease (name, owner, until) VALUES (?, ?, ?)", "outbox:load-post", "node", 0);
        add("INSERT INTO counter (name, value) VALUES (?, ?)", "reply:load-post:upu-cusrsp", 0);
        for (int i = 0; i < footprint.interchanges().size(); i++) {
            add(
                    "INSERT INTO interchange (id, partner, wire, mark, name, raw_sha256, raw_size, received_at, state)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    interchange(i),
                    "load-post",
                    "SFTP",
                    null,
                    "DURABLE-%07d.xml".formatted(i),
                    "%064d".formatted(i),
                    footprint.interchanges().get(i),
                    i,
                    "RECEIVED");
            keep("%063d0".formatted(i), footprint.interchanges().get(i));
            done();
            add("UPDATE interchange SET lease_owner = ?, lease_until = ? WHERE id = ?", "node", i, interchange(i));
            done();
            add(
                    "UPDATE interchange SET state = ?, format = ?, mapping_version = ?, reference = ? WHERE id = ?",
                    "READING",
                    "upu-itmatt",
                    "1",
                    "DURABLE-%07d".formatted(i),
                    interchange(i));
            done();
        }
    }

    /** A batch of items with what belongs to it, and then that it was handed over. */
    private void journal(int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            var sample = sample(i);
            // as it was before there were decisions
            var first = sample.statuses().get(0);
            var item = sample.item();
            var values = item.with("id", id(i), "interchange_id", interchangeOf(i), "key_id", S10.id(i));
            values[item.place("status")] = first.get("code");
            values[item.place("statuses")] = 1;
            values[item.place("decisions")] = 0;
            add(item.insertInto("item"), values);
            add(
                    sample.declaration().insertInto("declaration"),
                    sample.declaration().with("item_id", id(i)));
            for (var handOver : sample.handOvers()) {
                add(
                        handOver.insertInto("hand_over"),
                        handOver.with("item_id", id(i), "sent_at", null, "answered_at", null));
            }
            status(i, first);
            seen(i);
        }
        add("UPDATE interchange SET items_journaled = ? WHERE id = ?", to, interchangeOf(to - 1));
        done();
        for (int i = from; i < to; i++) {
            for (var handOver : sample(i).handOvers()) {
                add(
                        "UPDATE hand_over SET sent_at = ? WHERE item_id = ? AND backend = ? AND sent_at IS NULL",
                        handOver.get("sent_at"),
                        id(i),
                        handOver.get("backend"));
            }
        }
        done();
    }

    /** Sender, consignee, and both together; their keys are hashes. */
    private void seen(int item) throws SQLException {
        for (int role = 0; role < 3; role++) {
            long party = (3L * item + role) % footprint.parties();
            add(
                    "INSERT INTO sighting (period, party, currency, first_day, items, amount) VALUES (?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT (period, party, currency) DO UPDATE SET items = sighting.items + excluded.items,"
                            + " amount = sighting.amount + excluded.amount",
                    "Y2026",
                    "%064x".formatted(BigInteger.valueOf(party).multiply(SCATTERED)),
                    "EUR",
                    "2026-11-20",
                    1,
                    1000);
        }
    }

    /** The decisions about some items, and the statuses that come of them. */
    private void decide(int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            var sample = sample(i);
            for (var decision : sample.decisions()) {
                add(decision.insertInto("decision"), decision.with("item_id", id(i)));
            }
            for (var status : sample.statuses().subList(1, sample.statuses().size())) {
                status(i, status);
            }
            for (var handOver : sample.handOvers()) {
                add(
                        "UPDATE hand_over SET answered_at = ? WHERE item_id = ? AND backend = ? AND answered_at IS NULL",
                        handOver.get("answered_at"),
                        id(i),
                        handOver.get("backend"));
            }
            for (long change = 0; change < sample.changes(); change++) {
                add(
                        "UPDATE item SET status = ?, statuses = ?, decisions = ? WHERE id = ?",
                        sample.item().get("status"),
                        sample.item().get("statuses"),
                        sample.item().get("decisions"),
                        id(i));
            }
        }
        done();
    }

    private void status(int item, Row status) throws SQLException {
        add(
                status.insertInto("status"),
                status.with("item_id", id(item), "interchange_id", interchangeOf(item), "reply_id", null));
    }

    private void reply(int number) throws SQLException {
        int replies = footprint.replies().size();
        var id = "R%017d".formatted(number);
        for (int i = part(footprint.items(), number, replies); i < part(footprint.items(), number + 1, replies); i++) {
            for (var status : sample(i).statuses()) {
                add("UPDATE status SET reply_id = ? WHERE item_id = ? AND n = ?", id, id(i), status.get("n"));
            }
        }
        add("UPDATE counter SET value = value + 1 WHERE name = ?", "reply:load-post:upu-cusrsp");
        add(
                "INSERT INTO reply (id, partner, format, interchange_id, control_number, state, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                "load-post",
                "upu-cusrsp",
                interchange(0),
                number,
                "DRAFT",
                number);
        done();
        add(
                "UPDATE reply SET state = ?, name = ?, raw_sha256 = ?, raw_size = ? WHERE id = ? AND state = 'DRAFT'",
                "PENDING",
                "upu-cusrsp-%08d.xml".formatted(number),
                "%064d".formatted(number),
                footprint.replies().get(number),
                id);
        keep("%063d1".formatted(number), footprint.replies().get(number));
        done();
        add("UPDATE reply SET state = ?, delivered_at = ? WHERE id = ? AND state = 'PENDING'", "DELIVERED", 1, id);
        done();
    }

    /** Larger ones are files. */
    private void keep(String sha256, int size) throws SQLException {
        if (size <= RawStore.SMALL) {
            add("INSERT INTO raw (sha256, bytes, used_at) VALUES (?, ?, 1)", sha256, new byte[size]);
        }
    }

    private SampleItem sample(int item) {
        return footprint.sample().get(item % footprint.sample().size());
    }

    private static String interchange(int number) {
        return "I%017d".formatted(number);
    }

    private String interchangeOf(int item) {
        return interchange(part(footprint.interchanges().size(), item, footprint.items()));
    }

    private String id(int item) {
        return interchangeOf(item) + "-%07d".formatted(item);
    }

    private void add(String sql, Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    /** What the gateway puts into one transaction ends here; the commits are as many as the gateway's, spread evenly. */
    private void done() throws SQLException {
        unit++;
        if (unit * footprint.commits() / units > commits) {
            commit();
        }
    }

    private void commit() throws SQLException {
        connection.commit();
        commits++;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
