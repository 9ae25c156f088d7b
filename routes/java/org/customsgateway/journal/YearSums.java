package org.customsgateway.journal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the orders of persons come to in a year. The sums that a transaction looks at stay locked until its end. */
final class YearSums {

    private static final Comparator<YearShare> ORDER = Comparator.comparing(YearShare::person)
            .thenComparing(YearShare::year)
            .thenComparing(YearShare::currency);

    private final Transaction tx;
    private final Map<YearShare, BigDecimal> before = new TreeMap<>(ORDER);
    private final Map<YearShare, BigDecimal> now = new TreeMap<>(ORDER);

    /** @param looked in any order; they are locked in one that is the same for all */
    YearSums(Transaction tx, Collection<YearShare> looked) throws SQLException {
        this.tx = tx;
        for (YearShare one : looked.stream().sorted(ORDER).toList()) {
            look(one);
        }
    }

    BigDecimal of(YearShare share) throws SQLException {
        look(share);
        return now.get(share);
    }

    void add(YearShare share) throws SQLException {
        now.put(share, of(share).add(share.amount()));
    }

    void take(YearShare share) throws SQLException {
        now.put(share, of(share).subtract(share.amount()));
    }

    void save() throws SQLException {
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> added = new ArrayList<>();
        now.forEach((sum, amount) -> {
            BigDecimal old = before.get(sum);
            if (old == null && amount.signum() != 0) {
                added.add(new Object[] {sum.person(), sum.year(), sum.currency(), amount.toPlainString()});
            } else if (old != null && old.compareTo(amount) != 0) {
                changed.add(new Object[] {amount.toPlainString(), sum.person(), sum.year(), sum.currency()});
            }
        });
        tx.batch("INSERT INTO year_sum (person, year, currency, amount) VALUES (?, ?, ?, ?)", added);
        tx.batch("UPDATE year_sum SET amount = ? WHERE person = ? AND year = ? AND currency = ?", changed);
    }

    private void look(YearShare sum) throws SQLException {
        if (now.containsKey(sum)) {
            return;
        }
        BigDecimal found = tx.row(
                        "SELECT amount FROM year_sum WHERE person = ? AND year = ? AND currency = ?" + tx.locking(),
                        row -> new BigDecimal(row.text()),
                        sum.person(),
                        sum.year(),
                        sum.currency())
                .orElse(null);
        before.put(sum, found);
        now.put(sum, found == null ? BigDecimal.ZERO : found);
    }

    /** What these orders have added is taken back. */
    static void release(Transaction tx, Collection<String> itemIds) throws SQLException {
        if (itemIds.isEmpty()) {
            return;
        }
        Map<String, YearShare> counted = new TreeMap<>();
        tx.rowsIn(
                "SELECT item_id, person, year, currency, amount FROM leg"
                        + " WHERE person IS NOT NULL AND item_id IN (%s)" + tx.locking(),
                itemIds,
                row -> counted.put(row.text(), LegRows.share(row)));
        YearSums sums = new YearSums(tx, counted.values());
        for (YearShare share : counted.values()) {
            sums.take(share);
        }
        sums.save();
        tx.batch(
                "UPDATE leg SET given_back = person, person = NULL WHERE item_id = ?",
                counted.keySet().stream().map(id -> new Object[] {id}).toList());
    }

    /** What was taken back of these orders is added again. */
    static void restore(Transaction tx, Collection<String> itemIds) throws SQLException {
        if (itemIds.isEmpty()) {
            return;
        }
        Map<String, YearShare> givenBack = new TreeMap<>();
        tx.rowsIn(
                "SELECT item_id, given_back, year, currency, amount FROM leg"
                        + " WHERE given_back IS NOT NULL AND item_id IN (%s)" + tx.locking(),
                itemIds,
                row -> givenBack.put(row.text(), LegRows.share(row)));
        YearSums sums = new YearSums(tx, givenBack.values());
        for (YearShare share : givenBack.values()) {
            sums.add(share);
        }
        sums.save();
        tx.batch(
                "UPDATE leg SET person = given_back, given_back = NULL WHERE item_id = ?",
                givenBack.keySet().stream().map(id -> new Object[] {id}).toList());
    }
}
