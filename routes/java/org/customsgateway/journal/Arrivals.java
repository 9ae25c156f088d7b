package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.Optional;

/** How an arrival becomes an interchange, or is found to be one already. The unique indexes decide. */
final class Arrivals {

    private static final String INSERT = """
            INSERT INTO interchange (id, partner, wire, mark, name, raw_sha256, raw_size, received_at, state, duplicate_of, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    /** Each round can lose against one other arrival; more than a few cannot be. */
    private static final int ROUNDS = 5;

    private Arrivals() {}

    static Received receive(Transaction tx, Arrival arrival) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            if (insert(tx, arrival, null)) {
                return new Received(arrival.id(), Received.Kind.FRESH, null);
            }
            Optional<String> delivered = sameDelivery(tx, arrival);
            if (delivered.isPresent()) {
                return new Received(delivered.get(), Received.Kind.SAME_DELIVERY, null);
            }
            Optional<String> original = sameBytes(tx, arrival);
            if (original.isPresent() && insert(tx, arrival, original.get())) {
                Outbox.deliverAgain(tx, original.get(), arrival.id(), arrival.at());
                return new Received(arrival.id(), Received.Kind.SAME_BYTES, original.get());
            }
        }
        throw new JournalFault("arrival " + arrival.id() + " found no place", null);
    }

    private static boolean insert(Transaction tx, Arrival arrival, String original) throws SQLException {
        return tx.update(
                        INSERT,
                        arrival.id(),
                        arrival.partner(),
                        arrival.wire(),
                        arrival.mark(),
                        arrival.name(),
                        arrival.raw().sha256(),
                        arrival.raw().size(),
                        arrival.at(),
                        original == null ? InterchangeState.RECEIVED : InterchangeState.DUPLICATE,
                        original,
                        original == null ? null : arrival.at())
                == 1;
    }

    private static Optional<String> sameDelivery(Transaction tx, Arrival arrival) throws SQLException {
        Optional<String> sameId = tx.row("SELECT id FROM interchange WHERE id = ?", Columns::text, arrival.id());
        if (sameId.isPresent() || arrival.mark() == null) {
            return sameId;
        }
        return tx.row(
                "SELECT id FROM interchange WHERE partner = ? AND wire = ? AND mark = ?",
                Columns::text,
                arrival.partner(),
                arrival.wire(),
                arrival.mark());
    }

    private static Optional<String> sameBytes(Transaction tx, Arrival arrival) throws SQLException {
        return tx.row(
                "SELECT id FROM interchange WHERE partner = ? AND raw_sha256 = ?"
                        + " AND state NOT IN ('DUPLICATE', 'QUARANTINED')",
                Columns::text,
                arrival.partner(),
                arrival.raw().sha256());
    }
}
