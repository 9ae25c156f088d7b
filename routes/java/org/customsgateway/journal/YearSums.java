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
        move(tx, itemIds, "person", "given_back");
    }

    /** What was taken back of these orders is added again. */
    static void restore(Transaction tx, Collection<String> itemIds) throws SQLException {
        move(tx, itemIds, "given_back", "person");
    }

    /** A leg names its person in the one column while its share counts, in the other once it was taken back. */
    private static void move(Transaction tx, Collection<String> itemIds, String from, String to) throws SQLException {
        if (itemIds.isEmpty()) {
            return;
        }
        Map<String, YearShare> shares = new TreeMap<>();
        tx.rowsIn(
                "SELECT item_id, %1$s, year, currency, amount FROM leg WHERE %1$s IS NOT NULL AND item_id IN (%%s)"
                                .formatted(from)
                        + tx.locking(),
                itemIds,
                row -> shares.put(row.text(), LegRows.share(row)));
        YearSums sums = new YearSums(tx, shares.values());
        for (YearShare share : shares.values()) {
            sums.add(to.equals("person") ? share : share.negated());
        }
        sums.save();
        tx.batch(
                "UPDATE leg SET %2$s = %1$s, %1$s = NULL WHERE item_id = ?".formatted(from, to),
                shares.keySet().stream().map(id -> new Object[] {id}).toList());
    }
}
