package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customsgateway.message.PartnerId;

/** How good the data of partners is, day by day. Counted with the items; it stays when those are purged: it names no item. */
public final class QualityFigures {

    private static final Map<String, Tally> TALLIES =
            Arrays.stream(Tally.values()).collect(Collectors.toMap(Tally::counted, Function.identity()));

    private final Journal journal;

    QualityFigures(Journal journal) {
        this.journal = journal;
    }

    private record Count(PartnerId partner, LocalDate day, String counted, long n) {}

    private record Key(PartnerId partner, LocalDate day) {}

    /**
     * By partner and day, in their order; days of which nothing was counted are not there.
     *
     * @param partner its id, or empty for all
     * @param from first day, in UTC
     * @param to last day
     */
    public List<QualityDay> days(String partner, LocalDate from, LocalDate to) {
        Map<Key, List<Count>> byDay = new LinkedHashMap<>();
        List<Count> counts = journal.read(tx -> tx.rows(
                "SELECT partner, day, counted, sum(n) FROM quality WHERE "
                        + (partner.isEmpty() ? "? = ''" : "partner = ?")
                        + " AND day >= ? AND day <= ? GROUP BY partner, day, counted ORDER BY partner, day, counted",
                QualityFigures::count,
                partner,
                from,
                to));
        counts.forEach(one -> byDay.computeIfAbsent(new Key(one.partner(), one.day()), key -> new ArrayList<>())
                .add(one));
        return byDay.entrySet().stream()
                .map(day -> day(day.getKey(), day.getValue()))
                .toList();
    }

    private static QualityDay day(Key key, List<Count> counts) {
        Map<Tally, Long> tallies = new EnumMap<>(Tally.class);
        Map<String, Long> faults = new TreeMap<>();
        for (Count count : counts) {
            Tally tally = TALLIES.get(count.counted());
            if (tally == null) {
                faults.put(count.counted(), count.n());
            } else {
                tallies.put(tally, count.n());
            }
        }
        return new QualityDay(key.partner(), key.day(), tallies, faults);
    }

    private static Count count(Columns row) throws SQLException {
        return new Count(new PartnerId(row.text()), LocalDate.parse(row.text()), row.text(), row.number());
    }
}
