package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;

/** Goods that came back, and what they came in with. */
public final class Returns {

    /** What goods can have come in with: no return, and no leg that is declared only with its order. */
    private static final String DECLARED =
            " AND version > 0 AND NOT EXISTS (SELECT 1 FROM returned WHERE returned.item_id = item.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM leg WHERE leg.item_id = item.id AND leg.kind <> 'ORDER')"
                    + " AND partner IN (%s)";

    private static final String OF_PARCEL = Items.SELECT + " WHERE id IN (SELECT leg.order_item FROM item parcel"
            + " JOIN leg ON leg.item_id = parcel.id"
            + " WHERE parcel.key_id = ? AND parcel.version > 0 AND leg.kind = 'LOGISTICS' AND leg.state = 'JOINED')";

    private static final String RETURN = """
            SELECT returned.item_id, returned.original_id, returned.n, returned.cancels, item.partner, item.key_id, item.key_date,
              item.version, item.status FROM returned JOIN item ON item.id = returned.item_id WHERE\s""";

    private static final String NEWS = """
            SELECT returned.item_id, returned.original_id, returned.decided FROM returned
            WHERE decided > told AND returned.item_id > ? AND NOT EXISTS (SELECT 1 FROM hand_over WHERE hand_over.item_id = returned.item_id
              AND sent_at IS NULL AND answered_at IS NULL AND backend IN (%s)) ORDER BY returned.item_id LIMIT\s""";

    private static final String OF_ANY_VERSION = """
            SELECT returned.item_id FROM item one
            JOIN item v ON v.key_id = one.key_id AND v.key_date = one.key_date AND v.partner = one.partner AND v.version > 0
            JOIN returned ON returned.original_id = v.id WHERE one.id IN (%s)""";

    private final Journal journal;

    Returns(Journal journal) {
        this.journal = journal;
    }

    /**
     * What these partners have declared under a key, in all versions.
     *
     * @param date the other half of the key, or empty for any
     */
    public List<Item> ofKey(String id, String date, Collection<PartnerId> partners) {
        return journal.read(tx -> date.isEmpty()
                ? tx.rowsIn(Items.SELECT + " WHERE key_id = ?" + DECLARED, partners, Items::row, Hidden.ITEM_KEY.of(id))
                : tx.rowsIn(
                        Items.SELECT + " WHERE key_id = ? AND key_date = ?" + DECLARED,
                        partners,
                        Items::row,
                        Hidden.ITEM_KEY.of(id),
                        date));
    }

    /** What these partners have declared together with a parcel that its carrier numbered so. */
    public List<Item> ofParcel(String number, Collection<PartnerId> partners) {
        return journal.read(tx -> tx.rowsIn(OF_PARCEL + DECLARED, partners, Items::row, Hidden.ITEM_KEY.of(number)));
    }

    /** What these partners have declared with another number of this name; of each item the versions that had it. */
    public List<Item> ofAlias(String name, String value, Collection<PartnerId> partners) {
        return journal.read(tx -> tx.rowsIn(
                Items.SELECT + " WHERE id IN (SELECT item_id FROM alias WHERE value = ? AND name = ?)" + DECLARED,
                partners,
                Items::row,
                Hidden.ALIAS.of(value),
                name));
    }

    /** All versions of one item, the latest first. */
    public List<Item> versions(PartnerId partner, ItemKey key) {
        return journal.read(tx -> tx.rows(
                Items.SELECT
                        + " WHERE key_id = ? AND key_date = ? AND partner = ? AND version > 0 ORDER BY version DESC",
                Items::row,
                Hidden.ITEM_KEY.of(key.id()),
                key.date(),
                partner));
    }

    /** What has come back of these declarations, in all versions of each return, in the order in which they were journaled. */
    public List<KnownReturn> of(Collection<String> originalIds) {
        return journal
                .read(tx -> tx.rowsIn(
                        RETURN + "returned.original_id IS NOT NULL AND returned.original_id IN (%s)",
                        originalIds,
                        Returns::row))
                .stream()
                .distinct()
                .sorted(Comparator.comparing(KnownReturn::itemId))
                .toList();
    }

    /** Empty where the item is no return. */
    public Optional<KnownReturn> find(String itemId) {
        return journal.read(tx -> tx.row(RETURN + "returned.item_id = ?", Returns::row, itemId));
    }

    /** @throws KeyTaken when another return of the same declaration has its number */
    static void insert(Transaction tx, Batch batch, List<ItemEntry> entries) throws SQLException {
        List<Object[]> aliases = new ArrayList<>();
        List<Object[]> returned = new ArrayList<>();
        for (ItemEntry entry : entries) {
            if (entry.version() > 0) {
                entry.aliases()
                        .forEach((name, value) -> aliases.add(new Object[] {Hidden.ALIAS.of(value), name, entry.id()}));
            }
            ReturnEntry back = entry.returned();
            if (back != null) {
                String part = back.part() == null ? null : back.part().toPlainString();
                returned.add(new Object[] {entry.id(), back.originalId(), back.n(), back.cancels(), batch.at(), part});
            }
        }
        tx.batch("INSERT INTO alias (value, name, item_id) VALUES (?, ?, ?)", aliases);
        // one order for all nodes, as with the keys of items
        returned.sort(Comparator.comparing((Object[] row) -> row[1] == null ? "" : row[1].toString())
                .thenComparing(row -> (Integer) row[2]));
        for (int inserted : tx.batch(
                "INSERT INTO returned (item_id, original_id, n, cancels, at, part) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                returned)) {
            if (inserted == 0) {
                throw new KeyTaken(batch.interchangeId());
            }
        }
    }

    /**
     * Returns of whose original a back-end has decided something since they were linked, and that these back-ends have got themselves;
     * the oldest first.
     *
     * @param backEnds who is to be told
     * @param after the return behind which to begin; empty for the beginning
     */
    public List<ReturnNews> news(Collection<String> backEnds, String after, int limit) {
        return journal.read(tx ->
                tx.rowsIn(NEWS + limit, backEnds, row -> new ReturnNews(row.text(), row.text(), row.number()), after));
    }

    /**
     * @param told with these properties
     * @param over of which nothing is left to be told
     */
    public void told(Collection<Outgoing> told, Collection<ReturnNews> over) {
        journal.write(tx -> {
            tx.batch(
                    "UPDATE hand_over SET enrichment = ? WHERE item_id = ? AND backend = ?",
                    told.stream()
                            .map(one -> new Object[] {
                                Hidden.ENRICHMENT.of(one.enrichment()),
                                one.handOver().itemId(),
                                one.handOver().backend()
                            })
                            .toList());
            return tx.batch(
                    "UPDATE returned SET told = ? WHERE item_id = ? AND told < ?",
                    over.stream()
                            .map(news -> new Object[] {news.number(), news.itemId(), news.number()})
                            .toList());
        });
    }

    /** A back-end has decided about these: their returns may have news of it. */
    static void decided(Transaction tx, Collection<LockedItem> items) throws SQLException {
        Set<String> returns = new TreeSet<>();
        returns.addAll(tx.rowsIn(
                "SELECT item_id FROM returned WHERE original_id IS NOT NULL AND original_id IN (%s)",
                items.stream().filter(LockedItem::only).map(LockedItem::id).toList(), Columns::text));
        returns.addAll(tx.rowsIn(
                OF_ANY_VERSION,
                items.stream().filter(item -> !item.only()).map(LockedItem::id).toList(),
                Columns::text));
        tx.batch(
                "UPDATE returned SET decided = decided + 1 WHERE item_id = ?",
                returns.stream().map(id -> new Object[] {id}).toList());
    }

    private static KnownReturn row(Columns row) throws SQLException {
        return new KnownReturn(
                row.text(),
                Statuses.orEmpty(row.text()),
                row.count(),
                row.yes(),
                new PartnerId(row.text()),
                new ItemKey(row.text(Hidden.ITEM_KEY), row.text()),
                row.count(),
                Statuses.code(row.text()));
    }
}
