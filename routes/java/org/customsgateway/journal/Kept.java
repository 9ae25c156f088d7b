package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.customsgateway.message.RawBytes;

/**
 * Raw bytes on their way into the journal. Small ones travel with it and are written in the transaction that first names them; large
 * ones lie in a file already.
 *
 * @param small null when they lie in a file
 */
public record Kept(RawBytes raw, byte[] small) {

    /** @param at tells {@link #remove}, whose row may be gone, that another has come */
    void in(Transaction tx, Instant at) throws SQLException {
        if (small != null) {
            tx.update(
                    "INSERT INTO raw (sha256, bytes, used_at) VALUES (?, ?, ?)"
                            + " ON CONFLICT (sha256) DO UPDATE SET used_at = excluded.used_at",
                    Hidden.RAW_HASH.of(raw.sha256()),
                    Hidden.RAW_BYTES.of(small),
                    at);
        }
    }

    static Optional<byte[]> read(Transaction tx, RawBytes raw) throws SQLException {
        return tx.row(
                "SELECT bytes FROM raw WHERE sha256 = ?",
                row -> row.bytes(Hidden.RAW_BYTES),
                Hidden.RAW_HASH.of(raw.sha256()));
    }

    /** False when a row has named them since: they stay. */
    static boolean remove(Transaction tx, String sha256, Instant unusedSince) throws SQLException {
        Object hash = Hidden.RAW_HASH.of(sha256);
        tx.update("DELETE FROM raw WHERE sha256 = ? AND used_at < ?", hash, unusedSince);
        return tx.row("SELECT used_at FROM raw WHERE sha256 = ?", Columns::number, hash)
                .isEmpty();
    }
}
