package org.customsgateway.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The columns of a row, from left to right: each call reads the next one. */
public final class Columns {

    private final ResultSet results;
    private final Vault vault;
    private int at;

    Columns(ResultSet results, Vault vault) {
        this.results = results;
        this.vault = vault;
    }

    boolean next() throws SQLException {
        at = 0;
        return results.next();
    }

    public String text() throws SQLException {
        return results.getString(++at);
    }

    String text(Hidden column) throws SQLException {
        return vault.open(column, text());
    }

    byte[] bytes(Hidden column) throws SQLException {
        return vault.open(column, bytes());
    }

    public long number() throws SQLException {
        return results.getLong(++at);
    }

    public int count() throws SQLException {
        return (int) number();
    }

    public boolean yes() throws SQLException {
        return number() != 0;
    }

    /** Null where there is none. */
    public Instant time() throws SQLException {
        long millis = number();
        return results.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    public byte[] bytes() throws SQLException {
        return results.getBytes(++at);
    }
}
