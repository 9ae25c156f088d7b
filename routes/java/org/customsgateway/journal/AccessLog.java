package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has read what. Lines are added and never changed; each is chained to the one before. */
public final class AccessLog {

    private static final String NAME = "access";
    private static final int PAGE = 1_000;

    private final Journal journal;

    AccessLog(Journal journal) {
        this.journal = journal;
    }

    /** A line as it stands in the log. */
    private record Entry(long n, Access access, boolean keyed, String hash) {

        private String text() {
            return n + "\n" + access.at().toEpochMilli() + "\n" + access.who() + "\n" + access.way() + "\n"
                    + access.item();
        }
    }

    /**
     * How it stands with the chain.
     *
     * @param lines that are there
     * @param last hash of the last one: to be kept elsewhere, by who does not trust those who can write here
     * @param broken the first place at which a line was changed or is missing; 0 where there is none
     */
    public record Chain(long lines, String last, long broken) {}

    /** In their order, in one commit. Nodes that do so at the same time wait for each other. */
    public void add(List<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        journal.write(tx -> {
            long n = Counters.next(tx, NAME, accesses.size()) - accesses.size();
            String before = tx.row("SELECT hash FROM access_log WHERE n = ?", Columns::text, n)
                    .orElse("");
            List<Object[]> rows = new ArrayList<>();
            for (Access access : accesses) {
                Entry entry = new Entry(++n, access, tx.vault().on(), "");
                before = tx.vault().chained(before, entry.text(), entry.keyed());
                rows.add(new Object[] {n, access.at(), access.who(), access.way(), access.item(), entry.keyed(), before
                });
            }
            return tx.batch(
                    "INSERT INTO access_log (n, at, who, way, item, keyed, hash) VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
        });
    }

    /**
     * The latest ones, the oldest of them first.
     *
     * @param item its id, or empty for all
     * @param who how it begins, or empty for all
     */
    public List<Access> find(String item, String who, int limit) {
        List<Access> found = new ArrayList<>(journal.read(tx -> tx.rows(
                "SELECT n, at, who, way, item, keyed, hash FROM access_log WHERE "
                        + (item.isEmpty() ? "? = ''" : "item = ?") + " AND who LIKE ? ORDER BY n DESC LIMIT ?",
                row -> entry(row).access(),
                item,
                who.replace("%", "").replace("_", "") + "%",
                limit)));
        java.util.Collections.reverse(found);
        return found;
    }

    /** Reads all of it. */
    public Chain check() {
        long n = 0;
        String before = "";
        boolean keyed = false;
        List<Entry> page;
        do {
            long after = n;
            page = journal.read(tx -> tx.rows(
                    "SELECT n, at, who, way, item, keyed, hash FROM access_log WHERE n > ? ORDER BY n LIMIT ?",
                    AccessLog::entry,
                    after,
                    PAGE));
            for (Entry entry : page) {
                // once there is a key, nobody can go on without
                boolean holds = entry.n() == n + 1
                        && (entry.keyed() || !keyed)
                        && entry.hash().equals(journal.vault().chained(before, entry.text(), entry.keyed()));
                if (!holds) {
                    return new Chain(n, before, n + 1);
                }
                n = entry.n();
                before = entry.hash();
                keyed = entry.keyed();
            }
        } while (page.size() == PAGE);
        Optional<Long> given =
                journal.read(tx -> tx.row("SELECT value FROM counter WHERE name = ?", Columns::number, NAME));
        return new Chain(n, before, given.orElse(0L) > n ? n + 1 : 0);
    }

    private static Entry entry(Columns row) throws SQLException {
        long n = row.number();
        Instant at = row.time();
        return new Entry(n, new Access(at, row.text(), row.text(), row.text()), row.yes(), row.text());
    }
}
