package org.customsgateway.journal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Raw bytes go when the last row that names them is gone. */
final class RawSweep {

    private static final int MOST = 10_000;
    private static final int PAGE = 1_000;

    private final Journal journal;
    private final RawStore raws;

    RawSweep(Journal journal, RawStore raws) {
        this.journal = journal;
        this.raws = raws;
    }

    /**
     * @param unusedSince bytes that were put again after this stay for the next time: a row that names them may be on its way
     * @return how many files are gone
     */
    int sweep(Instant unusedSince) throws IOException {
        List<String> gone = journal.read(
                tx -> tx.rows("SELECT sha256 FROM raw_gone LIMIT ?", row -> row.text(Hidden.RAW_GONE), MOST));
        if (gone.isEmpty()) {
            return 0;
        }
        Set<String> unnamed = new HashSet<>(gone);
        named("interchange", "id", "raw_sha256", " AND (purged & 1) = 0", Hidden.INTERCHANGE_RAW, unnamed);
        named("reply", "id", "raw_sha256", " AND raw_sha256 IS NOT NULL", Hidden.REPLY_RAW, unnamed);
        proofs(unnamed);
        int files = 0;
        for (String sha256 : gone) {
            boolean stays = unnamed.contains(sha256) && !raws.remove(sha256, unusedSince);
            if (!stays) {
                files += unnamed.contains(sha256) ? 1 : 0;
                journal.write(tx -> tx.update("DELETE FROM raw_gone WHERE sha256 = ?", Hidden.RAW_GONE.of(sha256)));
            }
        }
        return files;
    }

    private void named(String table, String key, String column, String only, Hidden hidden, Set<String> unnamed) {
        String sql = "SELECT " + key + ", " + column + " FROM " + table + " WHERE " + key + " > ?" + only + " ORDER BY "
                + key + " LIMIT " + PAGE;
        String last = "";
        while (last != null) {
            String after = last;
            List<String> page = journal.read(tx -> tx.rows(sql, row -> seen(row, hidden, unnamed), after));
            last = page.size() < PAGE ? null : page.get(page.size() - 1);
        }
    }

    private record Proof(String partner, long incoming, String messageId) {}

    private void proofs(Set<String> unnamed) {
        Proof last = new Proof("", 0, "");
        while (last != null) {
            Proof after = last;
            List<Proof> page = journal.read(tx -> tx.rows(
                    "SELECT partner, incoming, message_id, proof_sha256 FROM as2_message"
                            + " WHERE (partner, incoming, message_id) > (?, ?, ?) ORDER BY partner, incoming, message_id LIMIT "
                            + PAGE,
                    row -> {
                        Proof proof = new Proof(row.text(), row.number(), row.text());
                        unnamed.remove(row.text(Hidden.AS2_PROOF));
                        return proof;
                    },
                    after.partner(),
                    after.incoming(),
                    after.messageId()));
            last = page.size() < PAGE ? null : page.get(page.size() - 1);
        }
    }

    private static String seen(Columns row, Hidden hidden, Set<String> unnamed) throws SQLException {
        String id = row.text();
        unnamed.remove(row.text(hidden));
        return id;
    }
}
