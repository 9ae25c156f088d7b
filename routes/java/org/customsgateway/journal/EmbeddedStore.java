package org.customsgateway.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite: one writer that commits for many, and readers beside it. Every commit is synced (WAL with synchronous = FULL). */
final class EmbeddedStore implements Store {

    /** Rows of 1 and 3 KB lie well in pages of this size. */
    private static final int PAGE = 8192;
    /** The log is moved into the database after this many pages, 32 MB: rarely enough that a page is moved once for many commits. */
    private static final int CHECKPOINT_PAGES = 4096;

    /** The writer needs the inner pages of all trees at hand; a reader looks something up. */
    private static final int WRITER_CACHE_KIB = 32 * 1024;

    private static final int READER_CACHE_KIB = 4 * 1024;

    /** In the queue, alone, when it is closed: whoever waits for a reader learns of it. */
    private static final Reader NONE = new Reader(null, null);

    private final Writer writer;
    private final BlockingQueue<Reader> readers;
    private final int reading;
    private final AtomicBoolean closed = new AtomicBoolean();

    private record Reader(Connection connection, Transaction tx) {}

    EmbeddedStore(Database database, Vault vault) throws SQLException {
        Connection writing = source(database, WRITER_CACHE_KIB).getConnection();
        try (Statement statement = writing.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            // what is removed is overwritten and not only forgotten
            statement.execute("PRAGMA secure_delete = ON");
        }
        writer = new Writer(writing, vault);
        reading = Math.max(1, database.connections());
        readers = new ArrayBlockingQueue<>(reading);
        SQLiteDataSource source = source(database, READER_CACHE_KIB);
        for (int i = 0; i < reading; i++) {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            readers.add(new Reader(connection, new Transaction(connection, false, vault)));
        }
    }

    /** As the migrations use it: they make the file, and so decide its page size. */
    static SQLiteDataSource source(Database database) {
        return source(database, READER_CACHE_KIB);
    }

    private static SQLiteDataSource source(Database database, int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-cacheKib);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(database.url());
        return source;
    }

    @Override
    public <T> T write(Unit<T> unit) {
        return writer.write(unit);
    }

    @Override
    public <T> T read(Unit<T> unit) {
        Reader reader = take();
        try {
            try {
                return unit.in(reader.tx());
            } catch (SQLException e) {
                // a statement that has failed cannot be trusted to run again
                reader.tx().close();
                throw e;
            } finally {
                // nothing was written; this only lets go of the view
                reader.connection().rollback();
            }
        } catch (SQLException e) {
            throw Store.fault(e);
        } finally {
            readers.add(reader);
        }
    }

    private Reader take() {
        try {
            Reader reader = readers.take();
            if (reader == NONE) {
                readers.add(NONE);
                throw new JournalFault("the journal is closed", null);
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalFault("interrupted while waiting for a reader", e);
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        writer.close();
        try {
            for (int i = 0; i < reading; i++) {
                Reader reader = take();
                reader.tx().close();
                reader.connection().close();
            }
            readers.add(NONE);
        } catch (SQLException e) {
            throw Store.fault(e);
        }
    }
}
