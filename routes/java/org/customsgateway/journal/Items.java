package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** The items and their declarations. */
public final class Items {

    static final String SELECT = """
            SELECT id, interchange_id, sequence, partner, key_id, key_date, content_hash, version, format, mapping_version,
                   facts, problems, status, created_at
            FROM item""";

    private final Journal journal;

    Items(Journal journal) {
        this.journal = journal;
    }

    /** The latest version of each key that is occupied. */
    public Map<ItemKey, KnownItem> known(PartnerId partner, Collection<ItemKey> keys) {
        Set<Object> ids = keys.stream().map(key -> Hidden.ITEM_KEY.of(key.id())).collect(Collectors.toSet());
        Map<ItemKey, KnownItem> known = new HashMap<>();
        journal.read(tx -> tx.rowsIn(
                "SELECT key_id, key_date, id, version, content_hash, status FROM item"
                        + " WHERE partner = ? AND version > 0 AND key_id IN (%s) ORDER BY version",
                ids, row -> later(known, row), partner));
        known.keySet().retainAll(Set.copyOf(keys));
        return known;
    }

    /**
     * Items, their declarations, hand-overs and first statuses and the interchange's checkpoint, in one transaction. The
     * same batch again, or one that overlaps with what is journaled, adds only what is new.
     *
     * @throws LeaseLost when another node holds the interchange by now
     */
    public Journaled journal(Batch batch) {
        try {
            return journal.write(tx -> Batches.journal(tx, batch));
        } catch (KeyTaken e) {
            return Journaled.KEY_TAKEN;
        }
    }

    /**
     * The one batch of an interchange, from its first to its last item, with what is journaled before its items are read and after
     * them: {@link Interchanges#reading}, {@link #journal} and {@link Interchanges#finish} in one transaction.
     *
     * @param answer whether the partner is to be told that it is read
     * @throws LeaseLost when another node holds the interchange by now
     */
    public Journaled journalWhole(Batch batch, Interchanges.Heard heard, boolean answer) {
        String id = batch.interchangeId();
        String node = batch.node();
        try {
            return journal.write(tx -> {
                Interchanges.reading(tx, id, node, batch.format(), batch.mappingVersion(), heard, answer);
                Journaled journaled = Batches.journal(tx, batch);
                Interchanges.finish(tx, id, node, batch.entries().size(), batch.at());
                return journaled;
            });
        } catch (KeyTaken e) {
            return Journaled.KEY_TAKEN;
        }
    }

    public Optional<Item> find(String id) {
        return journal.read(tx -> tx.row(SELECT + " WHERE id = ?", Items::row, id));
    }

    /** Those that there are, by sequence. */
    public List<Item> find(Collection<String> ids) {
        return journal.read(tx -> tx.rowsIn(SELECT + " WHERE id IN (%s)", ids, Items::row)).stream()
                .distinct()
                .sorted(Comparator.comparingInt(Item::sequence))
                .toList();
    }

    /** By sequence, beginning after {@code afterSequence}. */
    public List<Item> of(String interchangeId, int afterSequence, int limit) {
        return journal.read(tx -> tx.rows(
                SELECT + " WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
                Items::row,
                ItemId.of(interchangeId, afterSequence),
                interchangeId + ItemId.TO,
                limit));
    }

    /**
     * Items whose partner's id begins with the text, or whose own id does; newest first. Where data is sealed the partner's id has
     * to be the whole text.
     */
    public List<Item> search(String text, int limit) {
        if (journal.vault().on()) {
            return searchWhole(text, limit);
        }
        // two conditions for the two indexes that hold an item each; the highest character ends the range
        String end = text + Character.toString(Character.MAX_CODE_POINT);
        return journal.read(tx -> tx.rows(
                SELECT
                        + " WHERE id IN (SELECT id FROM item WHERE version > 0 AND key_id >= ? AND key_id < ?"
                        + " UNION SELECT id FROM item WHERE version = 0 AND key_id >= ? AND key_id < ?"
                        + " UNION SELECT id FROM item WHERE id >= ? AND id < ?) ORDER BY id DESC LIMIT ?",
                Items::row,
                text,
                end,
                text,
                end,
                text,
                end,
                limit));
    }

    private List<Item> searchWhole(String text, int limit) {
        return journal.read(tx -> tx.rows(
                SELECT
                        + " WHERE id IN (SELECT id FROM item WHERE version > 0 AND key_id = ?"
                        + " UNION SELECT id FROM item WHERE version = 0 AND key_id = ?"
                        + " UNION SELECT id FROM item WHERE id >= ? AND id < ?) ORDER BY id DESC LIMIT ?",
                Items::row,
                Hidden.ITEM_KEY.of(text),
                Hidden.ITEM_KEY.of(text),
                text,
                text + Character.toString(Character.MAX_CODE_POINT),
                limit));
    }

    /** Of one partner, by its own number; newest first. */
    public List<Item> ofKey(PartnerId partner, String keyId, int limit) {
        // two conditions for the two indexes that hold an item each
        return journal.read(tx -> tx.rows(
                SELECT
                        + " WHERE id IN (SELECT id FROM item WHERE version > 0 AND key_id = ? AND partner = ?"
                        + " UNION SELECT id FROM item WHERE version = 0 AND key_id = ? AND partner = ?)"
                        + " ORDER BY id DESC LIMIT ?",
                Items::row,
                Hidden.ITEM_KEY.of(keyId),
                partner,
                Hidden.ITEM_KEY.of(keyId),
                partner,
                limit));
    }

    public Optional<byte[]> declaration(String id) {
        return journal.read(tx ->
                tx.row("SELECT bytes FROM declaration WHERE item_id = ?", row -> row.bytes(Hidden.DECLARATION), id));
    }

    /** All statuses in their order. */
    public List<Status> statuses(String id) {
        return journal.read(tx -> Statuses.of(tx, id));
    }

    static Item row(Columns row) throws SQLException {
        return new Item(
                row.text(),
                row.text(),
                row.count(),
                new PartnerId(row.text()),
                new ItemKey(row.text(Hidden.ITEM_KEY), row.text()),
                row.text(Hidden.ITEM_CONTENT),
                row.count(),
                new FormatId(row.text()),
                row.text(),
                Json.facts(row.text(Hidden.ITEM_FACTS)),
                Json.problems(row.text(Hidden.ITEM_PROBLEMS)),
                Statuses.code(row.text()),
                row.time());
    }

    /** Versions come one after the other, the latest last. */
    private static KnownItem later(Map<ItemKey, KnownItem> known, Columns row) throws SQLException {
        var key = new ItemKey(row.text(Hidden.ITEM_KEY), row.text());
        String id = row.text();
        int version = row.count();
        String content = row.text(Hidden.ITEM_CONTENT);
        StatusCode status = Statuses.code(row.text());
        KnownItem before = known.get(key);
        boolean noneBefore = before == null
                || (before.status() == StatusCode.REJECTED && before.standing().equals(before.itemId()));
        String standing = noneBefore || status != StatusCode.REJECTED ? id : before.standing();
        var latest = new KnownItem(key, id, version, content, status, standing);
        known.put(key, latest);
        return latest;
    }
}
