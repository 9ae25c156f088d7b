package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.message.StatusCode;

/**
 * The holds that a status ends or leaves in place: replies may say which hold is removed, or that it still stands. A
 * referral stays open over amendments of its item until something ends it.
 */
final class Referrals {

    /** By which name replies find it among the facts of an item. */
    static final String FACT = "referral";

    private static final Set<StatusCode> OPEN = EnumSet.of(
            StatusCode.REFERRED_RFI,
            StatusCode.REFERRED_RFS,
            StatusCode.DO_NOT_LOAD,
            StatusCode.HELD,
            StatusCode.INSPECTION);

    /** What is told of a referral that was open before. */
    private static final Set<StatusCode> ABOUT = EnumSet.of(
            StatusCode.HOLD_REMOVED,
            StatusCode.ASSESSMENT_COMPLETE,
            StatusCode.UNDER_REVIEW,
            StatusCode.REFERRED_RFI,
            StatusCode.REFERRED_RFS,
            StatusCode.DO_NOT_LOAD,
            StatusCode.HELD,
            StatusCode.INSPECTION);

    /** What says nothing about loading: it leaves a referral as it is. */
    private static final Set<StatusCode> PASSING = EnumSet.of(
            StatusCode.RECEIVED,
            StatusCode.ACCEPTED,
            StatusCode.ACCEPTED_WITH_WARNINGS,
            StatusCode.REJECTED,
            StatusCode.UNDER_REVIEW,
            StatusCode.TAX_DUE,
            StatusCode.PAID,
            StatusCode.TIMED_OUT);

    private static final String BEFORE = """
            SELECT s.code FROM item i
            JOIN item earlier ON earlier.key_id = i.key_id AND earlier.key_date = i.key_date AND earlier.partner = i.partner
              AND earlier.version > 0 AND earlier.version <= i.version
            JOIN status s ON s.item_id = earlier.id AND (earlier.id <> i.id OR s.n < ?)
            WHERE i.id = ? ORDER BY earlier.version DESC, s.n DESC""";

    private Referrals() {}

    /** The facts of an item that a reply about this status of it is given. */
    static Map<String, String> with(Transaction tx, Map<String, String> facts, String itemId, long n, StatusCode status)
            throws SQLException {
        Optional<StatusCode> open = ABOUT.contains(status) ? before(tx, itemId, n) : Optional.empty();
        if (open.isEmpty()) {
            return facts;
        }
        Map<String, String> all = new HashMap<>(facts);
        all.put(FACT, open.get().name());
        return all;
    }

    private static Optional<StatusCode> before(Transaction tx, String itemId, long n) throws SQLException {
        List<StatusCode> codes = tx.rows(BEFORE, row -> Statuses.code(row.text()), n, itemId);
        return codes.stream()
                .filter(code -> !PASSING.contains(code))
                .findFirst()
                .filter(OPEN::contains);
    }
}
