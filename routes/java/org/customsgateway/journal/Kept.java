package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.Optional;
import org.customsgateway.message.RawBytes;

/**
 * Raw bytes on their way into the journal. Small ones travel with it and are written in the transaction that first names them; large
 * ones lie in a file already.
 *
 * @param small null when they lie in a file
 */
public record Kept(RawBytes raw, byte[] small) {

    /** Bytes that were kept before. */
    public static Kept before(RawBytes raw) {
        return new Kept(raw, null);
    }

    void in(Transaction tx) throws SQLException {
        if (small != null) {
            tx.update(
                    "INSERT INTO raw (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    Hidden.RAW_HASH.of(raw.sha256()),
                    Hidden.RAW_BYTES.of(small));
        }
    }

    static Optional<byte[]> read(Transaction tx, RawBytes raw) throws SQLException {
        return tx.row(
                "SELECT bytes FROM raw WHERE sha256 = ?",
                row -> row.bytes(Hidden.RAW_BYTES),
                Hidden.RAW_HASH.of(raw.sha256()));
    }
}
