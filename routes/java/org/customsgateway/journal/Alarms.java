package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a person must look at. */
public final class Alarms {

    private final Journal journal;

    Alarms(Journal journal) {
        this.journal = journal;
    }

    /** Raises the alarm unless one of this kind and subject is open. */
    public void raise(String kind, String subject, String text, Instant at) {
        journal.write(tx -> raise(tx, kind, subject, text, at));
    }

    /** False when none of this kind and subject is open. */
    public boolean clear(String kind, String subject, Instant at) {
        return journal.write(tx -> clear(tx, kind, subject, at)) > 0;
    }

    /** The subjects of the open ones of a kind. */
    public List<String> open(String kind) {
        return journal.read(tx -> tx.rows(
                "SELECT subject FROM alarm WHERE kind = ? AND cleared_at IS NULL ORDER BY subject",
                Columns::text,
                kind));
    }

    /** Oldest first. */
    public List<Alarm> open(int limit) {
        return journal.read(tx -> tx.rows(
                "SELECT id, at, kind, subject, text, cleared_at FROM alarm WHERE cleared_at IS NULL ORDER BY at, id LIMIT ?",
                row -> new Alarm(
                        row.text(), row.time(), row.text(), row.text(), row.text(Hidden.ALARM_TEXT), row.time()),
                limit));
    }

    static int raise(Transaction tx, String kind, String subject, String text, Instant at) throws SQLException {
        return tx.update(
                "INSERT INTO alarm (id, at, kind, subject, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                UUID.randomUUID().toString(),
                at,
                kind,
                subject,
                Hidden.ALARM_TEXT.of(text));
    }

    static int clear(Transaction tx, String kind, String subject, Instant at) throws SQLException {
        return tx.update(
                "UPDATE alarm SET cleared_at = ? WHERE kind = ? AND subject = ? AND cleared_at IS NULL",
                at,
                kind,
                subject);
    }
}
