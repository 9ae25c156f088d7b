package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;

/** Goods that came back, and what they came in with. */
public final class Returns {

    /** What goods can have come in with: no return, and no leg that is declared only with its order. */
    private static final String DECLARED =
            " AND version > 0 AND NOT EXISTS (SELECT 1 FROM returned WHERE returned.item_id = item.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM leg WHERE leg.item_id = item.id AND leg.kind <> 'ORDER')"
                    + " AND partner IN (%s)";

    private static final String RETURN = """
            SELECT returned.item_id, returned.original_id, returned.n, returned.cancels, item.partner, item.key_id, item.key_date,
              item.version, item.status FROM returned JOIN item ON item.id = returned.item_id WHERE\s""";

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
                returned.add(new Object[] {entry.id(), back.originalId(), back.n(), back.cancels(), batch.at()});
            }
        }
        tx.batch("INSERT INTO alias (value, name, item_id) VALUES (?, ?, ?)", aliases);
        // one order for all nodes, as with the keys of items
        returned.sort(Comparator.comparing((Object[] row) -> row[1] == null ? "" : row[1].toString())
                .thenComparing(row -> (Integer) row[2]));
        for (int inserted : tx.batch(
                "INSERT INTO returned (item_id, original_id, n, cancels, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                returned)) {
            if (inserted == 0) {
                throw new KeyTaken(batch.interchangeId());
            }
        }
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
