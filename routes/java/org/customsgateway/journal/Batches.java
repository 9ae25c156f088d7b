package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a batch of items gets into the tables. */
final class Batches {

    private static final String ITEM = """
            INSERT INTO item (id, interchange_id, sequence, partner, key_id, key_date, content_hash, version, format,
              mapping_version, facts, problems, status, statuses, decisions, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING""";

    static final String HAND_OVER = """
            INSERT INTO hand_over (item_id, backend, partner, enrichment, created_at, deadline, shown, held)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    /** One order for all nodes, so that two that want the same keys wait for each other and never in a ring. */
    private static final Comparator<ItemEntry> BY_KEY = Comparator.comparing(
                    (ItemEntry entry) -> entry.key().id())
            .thenComparing(entry -> entry.key().date())
            .thenComparing(ItemEntry::sequence);

    private Batches() {}

    static Journaled journal(Transaction tx, Batch batch) throws SQLException {
        // the interchange's row is locked from here on: its checkpoint tells what a crash has left to do
        int checkpoint = tx.row(
                        "SELECT items_journaled FROM interchange WHERE id = ? AND lease_owner = ?" + tx.locking(),
                        Columns::count,
                        batch.interchangeId(),
                        batch.node())
                .orElseThrow(() -> new LeaseLost("interchange " + batch.interchangeId(), batch.node()));
        List<ItemEntry> entries = batch.entries().stream()
                .filter(entry -> entry.sequence() > checkpoint)
                .toList();
        if (entries.isEmpty()) {
            return Journaled.ALREADY;
        }
        if (entries.get(0).sequence() != checkpoint + 1) {
            throw new IllegalArgumentException("interchange " + batch.interchangeId() + " is journaled up to "
                    + checkpoint + ", the batch goes on with "
                    + entries.get(0).sequence());
        }
        insert(tx, batch, entries);
        tx.update(
                "UPDATE interchange SET items_journaled = ? WHERE id = ?",
                entries.get(entries.size() - 1).sequence(),
                batch.interchangeId());
        return Journaled.DONE;
    }

    private static void insert(Transaction tx, Batch batch, List<ItemEntry> entries) throws SQLException {
        List<Object[]> items = new ArrayList<>();
        List<Object[]> declarations = new ArrayList<>();
        List<Object[]> handOvers = new ArrayList<>();
        List<Object[]> statuses = new ArrayList<>();
        List<Feed.Place> listed = new ArrayList<>();
        for (ItemEntry entry : entries.stream().sorted(BY_KEY).toList()) {
            items.add(item(batch, entry));
        }
        for (ItemEntry entry : entries) {
            if (entry.declaration() != null) {
                declarations.add(new Object[] {entry.id(), Hidden.DECLARATION.of(entry.declaration())});
            }
            for (HandOverEntry to : entry.handOvers()) {
                handOvers.add(to.values(entry.id(), batch.partner(), batch.at()));
            }
            for (int n = 0; n < entry.statuses().size(); n++) {
                statuses.add(Statuses.values(
                        entry.id(),
                        n + 1,
                        batch.interchangeId(),
                        entry.statuses().get(n)));
                if (entry.statuses().get(n).listed()) {
                    listed.add(new Feed.Place(entry.id(), n + 1));
                }
            }
        }
        for (int inserted : tx.batch(ITEM, items)) {
            if (inserted == 0) {
                throw new KeyTaken(batch.interchangeId());
            }
        }
        tx.batch("INSERT INTO declaration (item_id, bytes) VALUES (?, ?)", declarations);
        tx.batch(HAND_OVER, handOvers);
        tx.batch(Statuses.INSERT, statuses);
        Feed.append(tx, batch.partner(), listed);
        Returns.insert(tx, batch, entries);
        LegRows.insert(tx, batch, entries);
        Sightings.add(
                tx,
                entries.stream().flatMap(entry -> entry.sightings().stream()).toList());
        QualityRows.count(
                tx,
                entries.stream()
                        .map(entry -> new Judged(batch.partner(), batch.interchangeId(), entry.counted()))
                        .toList(),
                batch.at());
    }

    private static Object[] item(Batch batch, ItemEntry entry) {
        List<StatusEntry> statuses = entry.statuses();
        return new Object[] {
            entry.id(),
            batch.interchangeId(),
            entry.sequence(),
            batch.partner(),
            Hidden.ITEM_KEY.of(entry.key().id()),
            entry.key().date(),
            Hidden.ITEM_CONTENT.of(entry.contentHash()),
            entry.version(),
            batch.format(),
            batch.mappingVersion(),
            Hidden.ITEM_FACTS.of(Json.text(entry.facts())),
            Hidden.ITEM_PROBLEMS.of(Json.text(entry.problems())),
            statuses.isEmpty()
                    ? null
                    : statuses.get(statuses.size() - 1).status().code(),
            statuses.size(),
            batch.at()
        };
    }
}
