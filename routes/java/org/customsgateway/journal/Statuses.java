package org.customsgateway.journal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** The statuses of items as rows. */
final class Statuses {

    static final String INSERT = """
            INSERT INTO status (item_id, n, interchange_id, code, at, reason_code, reason_text, problems, taxes, total,
              total_currency, wanted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** In place of whether it is wanted: it is, but nobody is told while a later version has taken the item's place. */
    static final int OF_AN_EARLIER_VERSION = 2;

    /** What {@link #row} reads. */
    static final String COLUMNS = "code, at, reason_code, reason_text, problems, taxes, total, total_currency";

    private Statuses() {}

    static Object[] values(String itemId, long n, String interchangeId, StatusEntry entry) {
        Status status = entry.status();
        return new Object[] {
            itemId,
            n,
            interchangeId,
            status.code(),
            status.at(),
            orNull(status.reasonCode()),
            Hidden.STATUS_TEXT.of(orNull(status.reasonText())),
            Hidden.STATUS_PROBLEMS.of(Json.text(status.problems())),
            Json.text(status.taxes()),
            status.total(),
            orNull(status.totalCurrency()),
            entry.report()
        };
    }

    static Status row(Columns row) throws SQLException {
        return new Status(
                StatusCode.valueOf(row.text()),
                row.time(),
                orEmpty(row.text()),
                orEmpty(row.text(Hidden.STATUS_TEXT)),
                Json.problems(row.text(Hidden.STATUS_PROBLEMS)),
                Json.taxes(row.text()),
                amount(row.text()),
                orEmpty(row.text()));
    }

    static List<Status> of(Transaction tx, String itemId) throws SQLException {
        return tx.rows("SELECT " + COLUMNS + " FROM status WHERE item_id = ? ORDER BY n", Statuses::row, itemId);
    }

    static StatusCode code(String value) {
        return value == null ? null : StatusCode.valueOf(value);
    }

    /** What is mostly empty is not worth its place in the row. */
    static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private static BigDecimal amount(String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
