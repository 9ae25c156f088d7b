package org.customsgateway.journal;

import java.sql.SQLException;

/** Makes something of a row, reading its columns in the order in which the SELECT names them. */
@FunctionalInterface
public interface Row<T> {
    T of(Columns columns) throws SQLException;
}
