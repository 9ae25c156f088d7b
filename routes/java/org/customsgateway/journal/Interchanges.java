package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;

/** The interchanges: from arrival until all their items are journaled. */
public final class Interchanges {

    static final String QUARANTINE = "QUARANTINE";

    private static final String SELECT = """
            SELECT id, partner, wire, name, raw_sha256, raw_size, received_at, format, mapping_version, reference, facts, state,
                   duplicate_of, items_total, items_journaled, problems, attempts, next_attempt_at
            FROM interchange""";

    private final Journal journal;

    Interchanges(Journal journal) {
        this.journal = journal;
    }

    /**
     * Journals an arrival. The same delivery again changes nothing; the same bytes again (of the same partner, unless the
     * first ones are in quarantine) send the replies of the first again.
     */
    public Received receive(Arrival arrival) {
        return journal.write(tx -> Arrivals.receive(tx, arrival));
    }

    /** Several in their order, in one commit. */
    public List<Received> receive(List<Arrival> arrivals) {
        return journal.write(tx -> {
            List<Received> received = new ArrayList<>();
            for (Arrival arrival : arrivals) {
                received.add(Arrivals.receive(tx, arrival));
            }
            return received;
        });
    }

    /** Takes up to {@code max} interchanges that are to be read under a lease; partners take turns. */
    public List<Interchange> claim(String node, int max, Instant until, Instant now) {
        return journal.write(tx -> Turns.claim(tx, node, max, until, now));
    }

    /** False when the lease is lost. */
    public boolean renew(String id, String node, Instant until) {
        return journal.write(tx ->
                tx.update("UPDATE interchange SET lease_until = ? WHERE id = ? AND lease_owner = ?", until, id, node)
                        == 1);
    }

    /**
     * What was heard of an interchange before its items were read.
     *
     * @param reference the sender's own reference of it, or empty
     * @param facts by the names of the format's {@code interchange} list
     * @param problems of it as a whole, or of single messages in it
     */
    public record Heard(String reference, Map<String, String> facts, List<Problem> problems) {}

    /**
     * The format is known and reading begins. Twice is once: what was answered stays answered.
     *
     * @param answer whether the partner is to be told that it is read
     * @throws LeaseLost when another node holds it by now
     */
    public void reading(String id, String node, FormatId format, String mappingVersion, Heard heard, boolean answer) {
        journal.write(tx -> reading(tx, id, node, format, mappingVersion, heard, answer));
    }

    static int reading(
            Transaction tx, String id, String node, FormatId format, String mappingVersion, Heard heard, boolean answer)
            throws SQLException {
        return held(
                id,
                node,
                tx.update(
                        "UPDATE interchange SET state = 'READING', format = ?, mapping_version = ?, reference = ?,"
                                + " facts = ?, problems = ?, answer_wanted = ? WHERE id = ? AND lease_owner = ?",
                        format,
                        mappingVersion,
                        Hidden.INTERCHANGE_REFERENCE.of(heard.reference()),
                        Hidden.INTERCHANGE_FACTS.of(Json.text(heard.facts())),
                        Hidden.INTERCHANGE_PROBLEMS.of(Json.text(heard.problems())),
                        answer,
                        id,
                        node));
    }

    /**
     * All items are journaled.
     *
     * @throws LeaseLost when another node holds it by now
     */
    public void finish(String id, String node, int itemsTotal, Instant at) {
        journal.write(tx -> finish(tx, id, node, itemsTotal, at));
    }

    static int finish(Transaction tx, String id, String node, int itemsTotal, Instant at) throws SQLException {
        return held(
                id,
                node,
                tx.update(
                        "UPDATE interchange SET state = 'READ', items_total = ?, ended_at = ?, lease_owner = NULL,"
                                + " lease_until = NULL WHERE id = ? AND lease_owner = ?",
                        itemsTotal,
                        at,
                        id,
                        node));
    }

    /**
     * The sender's fault.
     *
     * @param report whether the partner is to be told: it then waits for a reply
     * @throws LeaseLost when another node holds it by now
     */
    public void refuse(String id, String node, Heard heard, boolean report, Instant at) {
        journal.write(tx -> held(
                id,
                node,
                tx.update(
                        "UPDATE interchange SET state = 'REFUSED', problems = ?, facts = ?, reference = ?, answer_wanted = ?, ended_at = ?,"
                                + " lease_owner = NULL, lease_until = NULL WHERE id = ? AND lease_owner = ?",
                        Hidden.INTERCHANGE_PROBLEMS.of(Json.text(heard.problems())),
                        Hidden.INTERCHANGE_FACTS.of(Json.text(heard.facts())),
                        Hidden.INTERCHANGE_REFERENCE.of(heard.reference()),
                        report,
                        at,
                        id,
                        node)));
    }

    /**
     * Our fault: frees it and lets it be claimed again later.
     *
     * @return the number of attempts so far
     * @throws LeaseLost when another node holds it by now
     */
    public int retryLater(String id, String node, Instant next, String reason, Instant at) {
        return journal.write(tx -> {
            int attempts = tx.row(
                            "UPDATE interchange SET attempts = attempts + 1, next_attempt_at = ?, lease_owner = NULL,"
                                    + " lease_until = NULL WHERE id = ? AND lease_owner = ? RETURNING attempts",
                            Columns::count,
                            next,
                            id,
                            node)
                    .orElseThrow(() -> new LeaseLost("interchange " + id, node));
            History.step(tx, new Step(at, id, null, "RETRY", "attempt " + attempts + ": " + reason));
            return attempts;
        });
    }

    /**
     * Our fault once too often: set aside, with an alarm.
     *
     * @throws LeaseLost when another node holds it by now
     */
    public void quarantine(String id, String node, String reason, Instant at) {
        journal.write(tx -> {
            held(
                    id,
                    node,
                    tx.update(
                            "UPDATE interchange SET state = 'QUARANTINED', ended_at = ?, lease_owner = NULL,"
                                    + " lease_until = NULL WHERE id = ? AND lease_owner = ?",
                            at,
                            id,
                            node));
            History.step(tx, new Step(at, id, null, QUARANTINE, reason));
            return Alarms.raise(tx, QUARANTINE, id, reason, at);
        });
    }

    /**
     * A person lets a quarantined one be read again from its checkpoint.
     *
     * @return false when it is not in quarantine, or the same bytes have come again since and took its place
     */
    public boolean resubmit(String id, Instant at) {
        return journal.write(tx -> {
            boolean free = tx.update(
                            "UPDATE interchange SET state = 'RECEIVED', attempts = 0, next_attempt_at = 0, ended_at = NULL"
                                    + " WHERE id = ? AND state = 'QUARANTINED' AND NOT EXISTS (SELECT 1 FROM interchange o"
                                    + " WHERE o.partner = interchange.partner AND o.raw_sha256 = interchange.raw_sha256"
                                    + " AND o.state NOT IN ('DUPLICATE', 'QUARANTINED'))",
                            id)
                    == 1;
            if (free) {
                Alarms.clear(tx, QUARANTINE, id, at);
                History.step(tx, new Step(at, id, null, "RESUBMIT", ""));
            }
            return free;
        });
    }

    public Optional<Interchange> find(String id) {
        return journal.read(tx -> tx.row(SELECT + " WHERE id = ?", Interchanges::row, id));
    }

    /** The one that a delivery of this mark has brought before. */
    public Optional<Interchange> delivered(PartnerId partner, Wire wire, String mark) {
        return journal.read(tx -> tx.row(
                SELECT + " WHERE partner = ? AND wire = ? AND mark = ?",
                Interchanges::row,
                partner,
                wire,
                Hidden.INTERCHANGE_MARK.of(mark)));
    }

    /** The first that is being read, or was read, under a reference of its sender's. */
    public Optional<String> read(PartnerId partner, String reference) {
        return journal.read(tx -> tx.row(
                "SELECT id FROM interchange WHERE partner = ? AND reference = ? AND reference <> '' AND state IN ('READING', 'READ')"
                        + " ORDER BY id LIMIT 1",
                Columns::text,
                partner,
                Hidden.INTERCHANGE_REFERENCE.of(reference)));
    }

    /** How many are to be read or being read, counted no further than {@code most}. */
    public int waiting(int most) {
        return journal.read(tx -> tx.row(
                        "SELECT count(*) FROM (SELECT 1 FROM interchange WHERE state IN ('RECEIVED', 'READING') LIMIT ?) open",
                        Columns::count,
                        most))
                .orElseThrow();
    }

    static List<Interchange> all(Transaction tx, List<String> ids) throws SQLException {
        return tx.rowsIn(SELECT + " WHERE id IN (%s)", ids, Interchanges::row);
    }

    static Interchange row(Columns row) throws SQLException {
        return new Interchange(
                row.text(),
                new PartnerId(row.text()),
                Wire.valueOf(row.text()),
                row.text(Hidden.INTERCHANGE_NAME),
                new RawBytes(row.text(Hidden.INTERCHANGE_RAW), row.number()),
                row.time(),
                format(row.text()),
                row.text(),
                row.text(Hidden.INTERCHANGE_REFERENCE),
                Json.facts(row.text(Hidden.INTERCHANGE_FACTS)),
                InterchangeState.valueOf(row.text()),
                row.text(),
                row.count(),
                row.count(),
                Json.problems(row.text(Hidden.INTERCHANGE_PROBLEMS)),
                row.count(),
                row.time());
    }

    static FormatId format(String value) {
        return value == null ? null : new FormatId(value);
    }

    private static int held(String id, String node, int rows) {
        if (rows == 0) {
            throw new LeaseLost("interchange " + id, node);
        }
        return rows;
    }
}
