package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.List;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.Purpose;

/** How what a purpose keeps of an interchange leaves the tables, in transactions so small that nobody waits for them. */
final class Removal {

    private static final int ITEMS = 200;

    /** What an item has, and by which column it is found there. */
    private static final List<String> PARTS = List.of(
            "declaration WHERE item_id",
            "hand_over WHERE item_id",
            "decision WHERE item_id",
            "status WHERE item_id",
            "leg WHERE item_id",
            "alias WHERE item_id",
            "returned WHERE item_id",
            "step WHERE item_id",
            "item WHERE id");

    private final Journal journal;

    Removal(Journal journal) {
        this.journal = journal;
    }

    /** What tells in {@code interchange.purged} that it was done; 0 where the row is gone itself. */
    static int mark(Purpose purpose) {
        return switch (purpose) {
            case RAW -> 1;
            case DECISIONS -> 2;
            case REPLIES -> 4;
            case ITEMS, PROOFS -> 0;
        };
    }

    void remove(Purpose purpose, String interchangeId) {
        switch (purpose) {
            case RAW -> journal.write(tx -> raw(tx, interchangeId) + mark(tx, purpose, interchangeId));
            case REPLIES -> journal.write(tx -> replies(tx, interchangeId) + mark(tx, purpose, interchangeId));
            case DECISIONS -> {
                each(
                        interchangeId,
                        (tx, item) ->
                                tx.update("UPDATE decision SET payload = ? WHERE item_id = ?", new byte[0], item));
                journal.write(tx -> mark(tx, purpose, interchangeId));
            }
            case ITEMS -> {
                each(interchangeId, Removal::item);
                journal.write(tx -> whole(tx, interchangeId));
            }
            case PROOFS -> throw new IllegalArgumentException("proofs do not belong to an interchange");
        }
    }

    @FunctionalInterface
    private interface Of {
        int item(Transaction tx, String id) throws SQLException;
    }

    private void each(String interchangeId, Of what) {
        String last = interchangeId + ItemId.FROM;
        while (last != null) {
            String after = last;
            last = journal.write(tx -> {
                List<String> ids = tx.rows(
                        "SELECT id FROM item WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
                        Columns::text,
                        after,
                        interchangeId + ItemId.TO,
                        ITEMS);
                for (String id : ids) {
                    what.item(tx, id);
                }
                return ids.isEmpty() ? null : ids.get(ids.size() - 1);
            });
        }
    }

    private static int item(Transaction tx, String id) throws SQLException {
        int rows = 0;
        for (String part : PARTS) {
            rows += tx.update("DELETE FROM " + part + " = ?", id);
        }
        return rows;
    }

    private static int whole(Transaction tx, String interchangeId) throws SQLException {
        raw(tx, interchangeId);
        replies(tx, interchangeId);
        tx.update("DELETE FROM step WHERE interchange_id = ?", interchangeId);
        return tx.update("DELETE FROM interchange WHERE id = ?", interchangeId);
    }

    private static int raw(Transaction tx, String interchangeId) throws SQLException {
        return gone(
                tx,
                tx.rows(
                        "SELECT raw_sha256 FROM interchange WHERE id = ? AND (purged & 1) = 0",
                        row -> row.text(Hidden.INTERCHANGE_RAW),
                        interchangeId));
    }

    private static int replies(Transaction tx, String interchangeId) throws SQLException {
        gone(
                tx,
                tx.rows(
                        "SELECT raw_sha256 FROM reply WHERE interchange_id = ? AND raw_sha256 IS NOT NULL",
                        row -> row.text(Hidden.REPLY_RAW),
                        interchangeId));
        return tx.update("DELETE FROM reply WHERE interchange_id = ?", interchangeId);
    }

    static int gone(Transaction tx, List<String> hashes) throws SQLException {
        for (String sha256 : hashes) {
            tx.update("INSERT INTO raw_gone (sha256) VALUES (?) ON CONFLICT DO NOTHING", Hidden.RAW_GONE.of(sha256));
        }
        return hashes.size();
    }

    private static int mark(Transaction tx, Purpose purpose, String interchangeId) throws SQLException {
        return tx.update("UPDATE interchange SET purged = purged | ? WHERE id = ?", mark(purpose), interchangeId);
    }
}
