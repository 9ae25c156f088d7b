package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.Problem;

/** How an arrival becomes an interchange, or is found to be one already. The unique indexes decide. */
final class Arrivals {

    private static final String INSERT = """
            INSERT INTO interchange (id, partner, wire, mark, name, raw_sha256, raw_size, received_at,
              state, duplicate_of, ended_at, problems, answer_wanted, origin)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    /** Each round can lose against one other arrival; more than a few cannot be. */
    private static final int ROUNDS = 5;

    private Arrivals() {}

    static Received receive(Transaction tx, Arrival arrival) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            if (insert(tx, arrival, null)) {
                arrival.bytes().in(tx, arrival.at());
                return new Received(arrival.id(), Received.Kind.FRESH, null);
            }
            Optional<String> delivered = sameDelivery(tx, arrival);
            if (delivered.isPresent()) {
                return new Received(delivered.get(), Received.Kind.SAME_DELIVERY, null);
            }
            Optional<String> original = sameBytes(tx, arrival);
            if (original.isPresent() && insert(tx, arrival, original.get())) {
                if (arrival.again() == null) {
                    Outbox.deliverAgain(tx, original.get(), arrival.id(), arrival.at());
                }
                return new Received(arrival.id(), Received.Kind.SAME_BYTES, original.get());
            }
        }
        throw new JournalFault("arrival " + arrival.id() + " found no place", null);
    }

    private static boolean insert(Transaction tx, Arrival arrival, String original) throws SQLException {
        List<Problem> refusal = refusal(arrival, original);
        InterchangeState state = original != null
                ? InterchangeState.DUPLICATE
                : refusal.isEmpty() ? InterchangeState.RECEIVED : InterchangeState.REFUSED;
        return tx.update(
                        INSERT,
                        arrival.id(),
                        arrival.partner(),
                        arrival.wire(),
                        Hidden.INTERCHANGE_MARK.of(arrival.mark()),
                        Hidden.INTERCHANGE_NAME.of(arrival.name()),
                        Hidden.INTERCHANGE_RAW.of(arrival.bytes().raw().sha256()),
                        arrival.bytes().raw().size(),
                        arrival.at(),
                        state,
                        original,
                        state == InterchangeState.RECEIVED ? null : arrival.at(),
                        Hidden.INTERCHANGE_PROBLEMS.of(Json.text(refusal)),
                        !refusal.isEmpty(),
                        Hidden.INTERCHANGE_ORIGIN.of(Json.text(arrival.origin())))
                == 1;
    }

    private static List<Problem> refusal(Arrival arrival, String original) {
        if (original == null) {
            return arrival.refusal();
        }
        return arrival.again() == null ? List.of() : List.of(arrival.again());
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
                Hidden.INTERCHANGE_MARK.of(arrival.mark()));
    }

    private static Optional<String> sameBytes(Transaction tx, Arrival arrival) throws SQLException {
        return tx.row(
                "SELECT id FROM interchange WHERE partner = ? AND raw_sha256 = ?"
                        + " AND state NOT IN ('DUPLICATE', 'QUARANTINED')",
                Columns::text,
                arrival.partner(),
                Hidden.INTERCHANGE_RAW.of(arrival.bytes().raw().sha256()));
    }
}
