package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How often senders and consignees were declared. */
public final class Sightings {

    private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::period)
            .thenComparing(Sighting::party)
            .thenComparing(Sighting::currency);

    private static final String ADD = """
            INSERT INTO sighting (period, party, currency, first_day, items, amount) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (period, party, currency) DO UPDATE SET items = sighting.items + excluded.items,
              amount = sighting.amount + excluded.amount, first_day = CASE WHEN excluded.first_day < sighting.first_day
              THEN excluded.first_day ELSE sighting.first_day END""";

    private static final int PAGE = 500;

    private final Journal journal;

    Sightings(Journal journal) {
        this.journal = journal;
    }

    public static String year(int year) {
        return "Y" + year;
    }

    public static String day(LocalDate day) {
        return "D" + day;
    }

    /** Those that there are. */
    public List<Sighting> of(String period, Collection<String> parties) {
        return journal
                .read(tx -> tx.rowsIn(
                        "SELECT period, party, currency, first_day, items, amount FROM sighting WHERE period = ? AND party IN (%s)",
                        parties, Sightings::row, period))
                .stream()
                .distinct()
                .toList();
    }

    /** In the order of the keys, and behind all but the counts of quality: who waits for a row has all others that he needs. */
    static void add(Transaction tx, Collection<Sighting> all) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        Sighting last = null;
        for (Sighting one : all.stream().sorted(ORDER).toList()) {
            if (last != null && !last.sameRow(one)) {
                rows.add(values(last));
                last = null;
            }
            last = last == null ? one : last.with(one);
        }
        if (last != null) {
            rows.add(values(last));
        }
        tx.batch(ADD, rows);
    }

    /** Removes days before this one, and years before this one, a few rows at a time. */
    public void forget(LocalDate day, int year) {
        forget("D", day(day));
        forget("Y", year(year));
    }

    private void forget(String from, String to) {
        int removed;
        do {
            removed = journal.write(tx -> {
                List<Object[]> rows = tx.rows(
                        "SELECT period, party, currency FROM sighting WHERE period >= ? AND period < ?"
                                + " ORDER BY period, party, currency LIMIT ?",
                        row -> new Object[] {row.text(), row.text(), row.text()},
                        from,
                        to,
                        PAGE);
                tx.batch("DELETE FROM sighting WHERE period = ? AND party = ? AND currency = ?", rows);
                return rows.size();
            });
        } while (removed == PAGE);
    }

    private static Sighting row(Columns row) throws SQLException {
        return new Sighting(
                row.text(), row.text(), row.text(), LocalDate.parse(row.text()), row.number(), row.number());
    }

    private static Object[] values(Sighting one) {
        return new Object[] {one.period(), one.party(), one.currency(), one.first(), one.items(), one.thousandths()};
    }
}
