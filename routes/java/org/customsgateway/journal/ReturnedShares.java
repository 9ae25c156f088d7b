package org.customsgateway.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customsgateway.message.StatusCode;

/**
 * What goods that went back take off the yearly sums of who bought them: from when customs has released the return until it is refused,
 * withdrawn or replaced. What an order counts for is less by it, so that it is taken off once, whatever becomes of the order. Nothing of this
 * is changed but under the lock of the order's legs.
 */
final class ReturnedShares {

    private static final Set<StatusCode> GONE =
            EnumSet.of(StatusCode.RELEASED, StatusCode.RELEASED_DUTIABLE, StatusCode.CLOSED);

    private static final Set<StatusCode> REFUSED = EnumSet.of(StatusCode.REJECTED, StatusCode.CANCELLED);

    private static final String OF_KEY = """
            FROM item one JOIN item v ON v.key_id = one.key_id AND v.key_date = one.key_date AND v.partner = one.partner
              AND v.version > 0 JOIN returned r ON r.item_id = v.id WHERE one.id = ?""";

    private static final String ORDERS = """
            SELECT leg.item_id FROM item one
            JOIN item v ON v.key_id = one.key_id AND v.key_date = one.key_date AND v.partner = one.partner AND v.version > 0
            JOIN leg ON leg.item_id = v.id AND leg.kind = 'ORDER' WHERE one.id = ?""";

    private static final String LOCK =
            "SELECT item_id, person, year, currency, amount FROM leg WHERE item_id IN (%s) ORDER BY item_id";

    private static final String GIVEN = "UPDATE returned SET given = ?, given_of = ? WHERE item_id = ?";

    /** One version of a return. */
    private record Version(
            String itemId,
            int n,
            StatusCode status,
            boolean cancels,
            BigDecimal part,
            BigDecimal given,
            String givenOf) {

        private boolean decided() {
            return cancels ? status == StatusCode.CANCELLED : GONE.contains(status);
        }

        private boolean counts() {
            return !cancels && part != null;
        }
    }

    /** What an order counts for; its sum is null where it does not count any more. */
    private static final class Order {
        private final YearShare sum;
        private BigDecimal amount;

        private Order(YearShare sum, BigDecimal amount) {
            this.sum = sum;
            this.amount = amount;
        }
    }

    private final Transaction tx;
    private final Map<String, Order> orders = new TreeMap<>();
    private final List<YearShare> moved = new ArrayList<>();

    private ReturnedShares(Transaction tx) {
        this.tx = tx;
    }

    /** What has become of items in this transaction; their rows say it already. */
    static void look(Transaction tx, Collection<Decided.Change> changes) throws SQLException {
        Set<String> changed = new TreeSet<>();
        for (Decided.Change change : changes) {
            StatusCode after = change.status().status().code();
            if (GONE.contains(after)
                    || REFUSED.contains(after)
                    || GONE.contains(change.before().status())) {
                changed.add(change.before().itemId());
            }
        }
        Set<String> returns = new TreeSet<>(tx.rowsIn(
                "SELECT item_id FROM returned WHERE original_id IS NOT NULL AND item_id IN (%s)",
                changed, Columns::text));
        if (!returns.isEmpty()) {
            new ReturnedShares(tx).count(returns);
        }
    }

    /** An order takes the place of another one, and with it what has come back of that: so much does it count for less. */
    static BigDecimal inherited(Transaction tx, String before, String order) throws SQLException {
        BigDecimal sum = givenOf(tx, before);
        if (sum.signum() > 0) {
            tx.update("UPDATE returned SET given_of = ? WHERE given_of = ?", order, before);
        }
        return sum;
    }

    private static BigDecimal givenOf(Transaction tx, String order) throws SQLException {
        return tx
                .rows("SELECT given FROM returned WHERE given_of = ?", row -> new BigDecimal(row.text()), order)
                .stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void count(Set<String> returns) throws SQLException {
        Set<String> legs = new TreeSet<>();
        Map<String, List<String>> ordersOf = new TreeMap<>();
        for (String itemId : returns) {
            Set<String> its = new TreeSet<>();
            for (String original : tx.rows("SELECT DISTINCT r.original_id " + OF_KEY, Columns::text, itemId)) {
                if (original != null) {
                    its.addAll(tx.rows(ORDERS, Columns::text, original));
                }
            }
            ordersOf.put(itemId, List.copyOf(its));
            legs.addAll(its);
        }
        if (legs.isEmpty()) {
            return; // of what was declared without a match nobody's year knows
        }
        tx.rowsIn(LOCK + tx.locking(), legs, row -> {
            String itemId = row.text();
            String person = row.text();
            int year = row.count();
            String currency = row.text();
            String amount = row.text();
            if (amount != null) {
                YearShare sum = person == null ? null : new YearShare(person, year, currency, BigDecimal.ZERO);
                orders.put(itemId, new Order(sum, new BigDecimal(amount)));
            }
            return itemId;
        });
        for (Map.Entry<String, List<String>> one : ordersOf.entrySet()) {
            count(one.getKey(), one.getValue());
        }
        save();
    }

    private void count(String itemId, List<String> itsOrders) throws SQLException {
        List<Version> versions = tx.rows(
                "SELECT v.id, v.version, v.status, r.cancels, r.part, r.given, r.given_of " + OF_KEY,
                row -> new Version(
                        row.text(),
                        row.count(),
                        Statuses.code(row.text()),
                        row.yes(),
                        number(row.text()),
                        number(row.text()),
                        row.text()),
                itemId);
        Version stands = versions.stream()
                .filter(Version::decided)
                .reduce((one, other) -> one.n() > other.n() ? one : other)
                .filter(Version::counts)
                .orElse(null);
        for (Version version : versions) {
            if (version.given() != null && version != stands) {
                move(version.givenOf(), version.given());
                tx.update(GIVEN, null, null, version.itemId());
            }
        }
        String order = itsOrders.stream()
                .filter(orders::containsKey)
                .reduce((one, other) -> other)
                .orElse(null);
        if (stands != null && stands.given() == null && order != null) {
            BigDecimal amount = amount(order, stands.part());
            move(order, amount.negate());
            tx.update(GIVEN, amount.toPlainString(), order, stands.itemId());
        }
    }

    /** That part of what the order counted for at first, and never more than it still counts for. */
    private BigDecimal amount(String order, BigDecimal part) throws SQLException {
        BigDecimal left = orders.get(order).amount;
        if (part.compareTo(BigDecimal.ONE) >= 0) {
            return left;
        }
        BigDecimal whole = left.add(givenOf(tx, order));
        return whole.multiply(part)
                .setScale(Math.max(2, left.scale()), RoundingMode.HALF_UP)
                .min(left);
    }

    private void move(String orderItem, BigDecimal amount) {
        Order order = orders.get(orderItem);
        if (order != null) {
            order.amount = order.amount.add(amount);
            if (order.sum != null) {
                moved.add(new YearShare(order.sum.person(), order.sum.year(), order.sum.currency(), amount));
            }
        }
    }

    private void save() throws SQLException {
        YearSums sums = new YearSums(tx, moved);
        for (YearShare share : moved) {
            sums.add(share);
        }
        sums.save();
        List<Object[]> amounts = new ArrayList<>();
        orders.forEach((itemId, order) -> amounts.add(new Object[] {order.amount.toPlainString(), itemId}));
        tx.batch("UPDATE leg SET amount = ? WHERE item_id = ?", amounts);
    }

    private static BigDecimal number(String written) {
        return written == null ? null : new BigDecimal(written);
    }
}
