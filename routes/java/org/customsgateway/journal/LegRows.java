package org.customsgateway.journal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.PartnerId;

/** Legs as rows. */
final class LegRows {

    /** Who journals legs looks at them at once; longer than this, and it has crashed in between. */
    private static final Duration OVERLOOKED = Duration.ofSeconds(10);

    /** What {@link #leg} reads; the live ones are those that the indexes hold. */
    static final String SELECT = """
            SELECT leg.item_id, leg.kind, leg.order_key, leg.payment_key, leg.logistics_key, leg.needs, leg.cancels, leg.state,
              leg.deadline, leg.order_item, leg.facts, leg.person, leg.year, leg.currency, leg.amount, item.interchange_id,
              item.sequence, item.partner, item.key_id, item.key_date, item.version, item.format, item.mapping_version,
              item.problems, interchange.received_at
            FROM leg JOIN item ON item.id = leg.item_id JOIN interchange ON interchange.id = item.interchange_id
            WHERE\s""";

    static final String LIVE = "leg.state IN ('WAITING', 'JOINED')";

    private static final String INSERT = """
            INSERT INTO leg (item_id, kind, order_key, payment_key, logistics_key, needs, cancels, state, deadline, facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)""";

    private static final String ARRIVAL = """
            INSERT INTO leg_arrival (interchange_id, first, last, due) VALUES (?, ?, ?, ?)
            ON CONFLICT (interchange_id, first) DO UPDATE SET due = excluded.due""";

    private LegRows() {}

    static void insert(Transaction tx, Batch batch, List<ItemEntry> entries) throws SQLException {
        List<Object[]> legs = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (ItemEntry entry : entries) {
            if (entry.leg() != null) {
                legs.add(values(entry));
                first = first == 0 ? entry.sequence() : first;
                last = entry.sequence();
            }
        }
        if (!legs.isEmpty()) {
            tx.batch(INSERT, legs);
            tx.update(
                    ARRIVAL,
                    batch.interchangeId(),
                    first,
                    last,
                    batch.at().plus(OVERLOOKED).toEpochMilli());
        }
    }

    /** It could not be looked at: again from {@code due} on. */
    static void arrivesAgain(Transaction tx, Leg leg, long due) throws SQLException {
        tx.update(ARRIVAL, leg.interchangeId(), leg.sequence(), leg.sequence(), due);
    }

    private static Object[] values(ItemEntry entry) {
        LegEntry leg = entry.leg();
        return new Object[] {
            entry.id(),
            leg.kind(),
            column(LegKind.ORDER).of(leg.keys().get(LegKind.ORDER)),
            column(LegKind.PAYMENT).of(leg.keys().get(LegKind.PAYMENT)),
            column(LegKind.LOGISTICS).of(leg.keys().get(LegKind.LOGISTICS)),
            leg.needs().stream().map(LegKind::name).sorted().collect(Collectors.joining(",")),
            leg.cancels(),
            leg.deadline(),
            Hidden.LEG_FACTS.of(Json.text(leg.facts()))
        };
    }

    static Leg leg(Columns row) throws SQLException {
        return new Leg(
                row.text(),
                LegKind.valueOf(row.text()),
                keys(row),
                needs(row.text()),
                row.yes(),
                LegState.valueOf(row.text()),
                row.time(),
                Statuses.orEmpty(row.text()),
                Json.facts(row.text(Hidden.LEG_FACTS)),
                share(row),
                row.text(),
                row.count(),
                new PartnerId(row.text()),
                new ItemKey(row.text(Hidden.ITEM_KEY), row.text()),
                row.count(),
                new FormatId(row.text()),
                row.text(),
                Json.problems(row.text(Hidden.ITEM_PROBLEMS)),
                row.time());
    }

    /** Null where nothing is counted. */
    static YearShare share(Columns row) throws SQLException {
        String person = row.text();
        int year = row.count();
        String currency = row.text();
        String amount = row.text();
        return person == null ? null : new YearShare(person, year, currency, new BigDecimal(amount));
    }

    /** The column of the keys that name a leg of this kind. */
    static Hidden column(LegKind kind) {
        return switch (kind) {
            case ORDER -> Hidden.LEG_ORDER;
            case PAYMENT -> Hidden.LEG_PAYMENT;
            case LOGISTICS -> Hidden.LEG_LOGISTICS;
        };
    }

    private static Map<LegKind, String> keys(Columns row) throws SQLException {
        Map<LegKind, String> keys = new EnumMap<>(LegKind.class);
        for (LegKind kind : LegKind.values()) {
            String key = row.text(column(kind));
            if (key != null) {
                keys.put(kind, key);
            }
        }
        return keys;
    }

    private static Set<LegKind> needs(String words) {
        Set<LegKind> needs = EnumSet.noneOf(LegKind.class);
        if (!words.isEmpty()) {
            for (String word : words.split(",")) {
                needs.add(LegKind.valueOf(word));
            }
        }
        return needs;
    }
}
