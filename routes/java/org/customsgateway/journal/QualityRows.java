package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a batch of items says about the quality of data. */
final class QualityRows {

    private static final int LANES = 32;

    private static final String COUNT = """
            INSERT INTO quality (partner, day, counted, lane, n) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (partner, day, counted, lane) DO UPDATE SET n = quality.n + excluded.n""";

    private QualityRows() {}

    /** In the order of the keys, and last in its transaction: who waits for a row has all others that he needs. */
    static void count(Transaction tx, Batch batch, List<ItemEntry> entries) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> entry.counted().forEach(what -> counts.merge(what, 1, Integer::sum)));
        String day = batch.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        int lane = Math.floorMod(batch.interchangeId().hashCode(), LANES);
        List<Object[]> rows = new ArrayList<>();
        counts.forEach((what, n) -> rows.add(new Object[] {batch.partner(), day, what, lane, n}));
        tx.batch(COUNT, rows);
    }
}
