package org.customsgateway.route;

import java.util.Locale;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;

/**
 * Of which back-ends a row of a table is.
 *
 * @param cell the name of one, a kind ({@code risk}, {@code revenue}), or {@code *} for any
 */
record OfBackEnd(String cell) {

    private static final String ANY = "*";

    /** @throws IllegalArgumentException when there is no such back-end and no such kind */
    static OfBackEnd of(String cell, BackEnds backEnds) {
        var row = new OfBackEnd(cell);
        if (!cell.equals(ANY)
                && !row.isKind(BackEndKind.RISK)
                && !row.isKind(BackEndKind.REVENUE)
                && backEnds.find(cell).isEmpty()) {
            throw new IllegalArgumentException(
                    "backend is " + cell + ": *, risk, revenue, or a file of connectors/back-ends");
        }
        return row;
    }

    boolean matches(String backEnd, BackEndKind kind) {
        return cell.equals(ANY) || cell.equals(backEnd) || isKind(kind);
    }

    private boolean isKind(BackEndKind kind) {
        return cell.equals(kind.name().toLowerCase(Locale.ROOT));
    }
}
