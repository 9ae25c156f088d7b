package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what items say about the quality of data. */
final class QualityRows {

    private static final int LANES = 32;

    private static final String COUNT = """
            INSERT INTO quality (partner, day, counted, lane, n) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (partner, day, counted, lane) DO UPDATE SET n = quality.n + excluded.n""";

    private record Key(String partner, String counted, int lane) {

        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::partner).thenComparing(Key::counted).thenComparing(Key::lane);
    }

    private QualityRows() {}

    /** In the order of the keys, and last in its transaction: who waits for a row has all others that he needs. */
    static void count(Transaction tx, Collection<Judged> all, Instant at) throws SQLException {
        Map<Key, Integer> counts = new TreeMap<>(Key.ORDER);
        for (Judged one : all) {
            int lane = Math.floorMod(one.interchangeId().hashCode(), LANES);
            for (String what : one.counted()) {
                counts.merge(new Key(one.partner().value(), what, lane), 1, Integer::sum);
            }
        }
        String day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        List<Object[]> rows = new ArrayList<>();
        counts.forEach((key, n) -> rows.add(new Object[] {key.partner(), day, key.counted(), key.lane(), n}));
        tx.batch(COUNT, rows);
    }
}
