package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;

/** The statuses of each partner that fetches them, in one order that never changes. */
public final class Feed {

    private static final String AFTER = """
            SELECT feed.n, item.interchange_id, item.format, item.id, item.key_id, item.key_date, item.sequence, item.facts,
                   status.code, status.at, reason_code, reason_text, status.problems, taxes, total, total_currency
            FROM feed JOIN status ON status.item_id = feed.item_id AND status.n = feed.status_n
              JOIN item ON item.id = feed.item_id
            WHERE feed.partner = ? AND feed.n > ? ORDER BY feed.n LIMIT ?""";

    private final Journal journal;

    Feed(Journal journal) {
        this.journal = journal;
    }

    /** Which status: the n-th of an item. */
    record Place(String itemId, long n) {}

    /**
     * The numbers are taken where the statuses are journaled. Others that write for this partner wait for the counter until this
     * transaction has ended, so a lower number is never seen after a higher one.
     */
    static void append(Transaction tx, PartnerId partner, List<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        long number = Counters.next(tx, name(partner), places.size()) - places.size();
        List<Object[]> rows = new ArrayList<>();
        for (Place place : places) {
            rows.add(new Object[] {partner, ++number, place.itemId(), place.n()});
        }
        tx.batch("INSERT INTO feed (partner, n, item_id, status_n) VALUES (?, ?, ?, ?)", rows);
    }

    /** The first ones whose number is higher. */
    public List<Listed> after(PartnerId partner, long number, int limit) {
        return journal.read(tx -> tx.rows(AFTER, Feed::row, partner, number, limit));
    }

    /** The highest number that there has ever been. */
    public long last(PartnerId partner) {
        return journal.read(tx -> Counters.last(tx, name(partner)));
    }

    private static String name(PartnerId partner) {
        return "feed." + partner;
    }

    /** The numbers up to the first whose item is still there. */
    void forget(PartnerId partner) {
        Optional<Long> living = journal.read(tx -> tx.row(
                "SELECT feed.n FROM feed JOIN item ON item.id = feed.item_id WHERE feed.partner = ? ORDER BY feed.n LIMIT 1",
                Columns::number,
                partner));
        living.ifPresent(first -> {
            while (journal.write(tx -> tx.update(
                            "DELETE FROM feed WHERE partner = ? AND n IN"
                                    + " (SELECT n FROM feed WHERE partner = ? AND n < ? ORDER BY n LIMIT 500)",
                            partner,
                            partner,
                            first))
                    > 0) {
                // the next ones
            }
        });
    }

    private static Listed row(Columns row) throws SQLException {
        long number = row.number();
        String interchangeId = row.text();
        FormatId format = new FormatId(row.text());
        String itemId = row.text();
        ItemKey key = new ItemKey(row.text(Hidden.ITEM_KEY), row.text());
        int sequence = row.count();
        var facts = Json.facts(row.text(Hidden.ITEM_FACTS));
        return new Listed(
                number, interchangeId, new ItemStatus(itemId, key, sequence, facts, Statuses.row(row)), format);
    }
}
