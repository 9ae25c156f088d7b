package org.customsgateway.journal;

import java.sql.SQLException;

/**
 * Work that happens wholly or not at all. It may run more than once (a race with another node is run again), so it must
 * do nothing but SQL.
 */
@FunctionalInterface
public interface Unit<T> {
    T in(Transaction tx) throws SQLException;
}
