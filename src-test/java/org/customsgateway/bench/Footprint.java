package org.customsgateway.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gateway did durably for the interchanges of one run, read from its own journal afterwards. It is what
 * {@link BareRun} then does once more without a gateway.
 *
 * @param interchanges sizes of the raw files received, in bytes
 * @param replies sizes of the reply files
 * @param commits synced transactions of the database, as SQLite counted them
 * @param batches item batches journaled
 * @param handOffs times that a batch was handed over: one broker transaction for each back-end
 * @param decides broker transactions in which decisions were taken from the queues
 * @param answers broker transactions of the back-ends' side
 * @param parties rows of who was seen how often; each item counts in three of them
 * @param sample some of the items, with all their rows
 */
record Footprint(
        int items,
        List<Integer> interchanges,
        List<Integer> replies,
        long commits,
        int batches,
        int handOffs,
        int decides,
        int answers,
        int parties,
        List<SampleItem> sample) {

    private static final int SAMPLE = 1000;

    /** Transactions of the database so far: the counter of SQLite's WAL index (walindex header, iChange). */
    static long commits(Path journal) throws IOException {
        try (var file = FileChannel.open(Path.of(journal + "-shm"), StandardOpenOption.READ)) {
            var counter = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
            file.read(counter, 8);
            return Integer.toUnsignedLong(counter.flip().getInt());
        }
    }

    /**
     * @param reference what the senders' references of the interchanges begin with
     * @param commits of the database meanwhile
     * @param answers broker transactions of the back-ends meanwhile
     */
    static Footprint of(Path journal, String reference, long commits, long answers) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:file:" + journal + "?mode=ro")) {
            var of = "interchange_id IN (SELECT id FROM interchange WHERE name LIKE '" + reference + "%')";
            var items = "item_id IN (SELECT id FROM item WHERE " + of + ")";
            return new Footprint(
                    number(db, "SELECT count(*) FROM item WHERE " + of),
                    numbers(db, "SELECT raw_size FROM interchange WHERE name LIKE '" + reference + "%'"),
                    numbers(db, "SELECT raw_size FROM reply WHERE " + of),
                    commits,
                    number(
                            db,
                            "SELECT count(*) FROM (SELECT DISTINCT interchange_id, created_at FROM item WHERE " + of
                                    + ")"),
                    number(db, "SELECT count(DISTINCT sent_at) FROM hand_over WHERE " + items),
                    number(
                            db,
                            "SELECT count(*) FROM (SELECT DISTINCT backend, received_at FROM decision WHERE " + items
                                    + ")"),
                    (int) answers,
                    number(db, "SELECT count(*) FROM sighting"),
                    sample(db, of));
        }
    }

    @Override
    public String toString() {
        return "%,d items: %,d commits, %,d batches, %,d hand-overs, %,d replies, %,d decisions in %,d transactions, %,d of back-ends"
                .formatted(items, commits, batches, handOffs, replies.size(), decisions(), decides, answers);
    }

    int decisions() {
        return (int) ((long) items
                * sample.stream().mapToInt(item -> item.decisions().size()).sum()
                / sample.size());
    }

    private static List<SampleItem> sample(Connection db, String of) throws SQLException {
        var sample = new ArrayList<SampleItem>();
        for (var row : Row.all(db, "SELECT * FROM item WHERE " + of + " ORDER BY id LIMIT " + SAMPLE)) {
            sample.add(SampleItem.read(db, row));
        }
        return sample;
    }

    private static int number(Connection db, String sql) throws SQLException {
        return numbers(db, sql).get(0);
    }

    private static List<Integer> numbers(Connection db, String sql) throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (PreparedStatement statement = db.prepareStatement(sql);
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                numbers.add(results.getInt(1));
            }
        }
        return numbers;
    }
}
