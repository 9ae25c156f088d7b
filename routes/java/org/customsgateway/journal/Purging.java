package org.customsgateway.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;

/** Removes what is kept no longer, and notes that it did. What is not ended stays, however old it is. */
public final class Purging {

    private static final int PAGE = 100;

    private static final String OLDER = """
            FROM interchange i WHERE i.partner = ? AND i.received_at < ? AND (i.purged & ?) = 0""";

    /** Read, answered, decided, told, delivered; no return of something that is still here. */
    private static final String ENDED = """
            (i.state IN ('READ', 'REFUSED', 'DUPLICATE') AND (i.answer_wanted = 0 OR i.answer_reply_id IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM status s WHERE s.interchange_id = i.id AND s.wanted = 1 AND s.reply_id IS NULL)
            AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.interchange_id = i.id AND r.state <> 'DELIVERED')
            AND NOT EXISTS (SELECT 1 FROM leg_arrival a WHERE a.interchange_id = i.id)
            AND NOT EXISTS (SELECT 1 FROM hand_over h WHERE h.item_id > i.id || '%1$s' AND h.item_id < i.id || '%2$s' AND h.answered_at IS NULL AND h.held IS NULL)
            AND NOT EXISTS (SELECT 1 FROM leg l WHERE l.item_id > i.id || '%1$s' AND l.item_id < i.id || '%2$s' AND l.state = 'WAITING')
            AND NOT EXISTS (SELECT 1 FROM returned t JOIN item o ON o.id = t.original_id
              WHERE t.item_id > i.id || '%1$s' AND t.item_id < i.id || '%2$s' AND o.interchange_id <> i.id))""".formatted(ItemId.FROM, ItemId.TO);

    private static final String PAGES = "SELECT i.id, i.received_at, CASE WHEN " + ENDED + " THEN 1 ELSE 0 END " + OLDER
            + " AND (i.received_at, i.id) > (?, ?) ORDER BY i.received_at, i.id LIMIT ?";

    private static final String REMAINING = "SELECT count(*) " + OLDER + " AND " + ENDED;

    private final Journal journal;
    private final Removal removal;

    Purging(Journal journal) {
        this.journal = journal;
        removal = new Removal(journal);
    }

    private record Old(String id, Instant receivedAt, boolean ended) {}

    /**
     * Removes what the rule says, oldest first, and notes it. Twice is once.
     *
     * @param goesOn asked before each one; false ends it early
     */
    public Purged purge(PurgeRule rule, Instant at, BooleanSupplier goesOn) {
        return rule.purpose() == Purpose.PROOFS
                ? new Proofs(journal).purge(rule, at)
                : interchanges(rule, at, true, goesOn);
    }

    /** What {@link #purge} would remove now; nothing is changed. */
    public Purged tried(PurgeRule rule, Instant at) {
        return rule.purpose() == Purpose.PROOFS
                ? new Proofs(journal).tried(rule, at)
                : interchanges(rule, at, false, () -> true);
    }

    private Purged interchanges(PurgeRule rule, Instant at, boolean really, BooleanSupplier goesOn) {
        MessageDigest digest = sha256();
        long removed = 0;
        long held = 0;
        Old last = new Old("", Instant.EPOCH, false);
        List<Old> page;
        do {
            page = page(rule, last);
            for (Old old : page) {
                last = old;
                if (!old.ended()) {
                    held++;
                } else if (goesOn.getAsBoolean()) {
                    if (really) {
                        removal.remove(rule.purpose(), old.id());
                    }
                    removed++;
                    digest.update((old.id() + "\n").getBytes(StandardCharsets.UTF_8));
                } else {
                    return noted(journal, new Purged(at, rule, removed, hex(digest), held, remaining(rule)));
                }
            }
        } while (page.size() == PAGE);
        if (really && rule.purpose() == Purpose.ITEMS) {
            journal.feed().forget(rule.partner());
        }
        Purged purged = new Purged(at, rule, removed, hex(digest), held, really ? remaining(rule) : 0);
        return really ? noted(journal, purged) : purged;
    }

    private List<Old> page(PurgeRule rule, Old last) {
        return journal.read(tx -> tx.rows(
                PAGES,
                row -> new Old(row.text(), row.time(), row.yes()),
                rule.partner(),
                rule.olderThan(),
                Removal.mark(rule.purpose()),
                last.receivedAt(),
                last.id(),
                PAGE));
    }

    private long remaining(PurgeRule rule) {
        return journal.read(tx -> tx.row(
                        REMAINING, Columns::number, rule.partner(), rule.olderThan(), Removal.mark(rule.purpose())))
                .orElseThrow();
    }

    /**
     * Removes the files of raw bytes that no row names any more.
     *
     * @param unusedSince those that came again after this stay for the next time
     * @return how many are gone
     */
    public int sweep(RawStore raws, Instant unusedSince) throws IOException {
        return new RawSweep(journal, raws).sweep(unusedSince);
    }

    /** What was done, the latest first. */
    public List<Purged> records(int limit) {
        return journal.read(tx -> tx.rows(
                "SELECT at, partner, purpose, older_than, removed, digest, held, remaining FROM purge ORDER BY n DESC LIMIT ?",
                row -> new Purged(
                        row.time(),
                        new PurgeRule(new PartnerId(row.text()), Purpose.valueOf(row.text()), row.time()),
                        row.number(),
                        row.text(),
                        row.number(),
                        row.number()),
                limit));
    }

    /** Nothing removed and nothing remaining is not worth a record. */
    static Purged noted(Journal journal, Purged purged) {
        if (purged.removed() > 0 || purged.remaining() > 0) {
            journal.write(tx -> tx.update(
                    "INSERT INTO purge (n, at, partner, purpose, older_than, removed, digest, held, remaining)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Counters.next(tx, "purge"),
                    purged.at(),
                    purged.rule().partner(),
                    purged.rule().purpose(),
                    purged.rule().olderThan(),
                    purged.removed(),
                    purged.digest(),
                    purged.held(),
                    purged.remaining()));
        }
        return purged;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
