package org.customsgateway.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes to the embedded database. Units that wait are run in one transaction, each under a savepoint
 * of its own, and committed with one sync; then all their callers return. A unit that fails takes nobody with it.
 */
final class Writer implements AutoCloseable {

    /** Most units in one transaction, and the time after which it takes no more: the first one is waiting too. */
    private static final int GROUP = 64;

    private static final long GROUP_NANOS = 20_000_000;

    private final Connection connection;
    private final Transaction tx;
    private final LinkedBlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>();
    private final Thread thread;
    /** Guards that no job comes after the last one. */
    private final Object door = new Object();

    private boolean closed;

    private static final class Job<T> {
        private final Unit<T> unit;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private T result;

        private Job(Unit<T> unit) {
            this.unit = unit;
        }

        private void run(Transaction tx) throws SQLException {
            result = unit.in(tx);
        }

        private void complete() {
            done.complete(result);
        }
    }

    Writer(Connection connection, Vault vault) throws SQLException {
        this.connection = connection;
        tx = new Transaction(connection, false, vault);
        thread = new Thread(this::work, "journal-writer");
        thread.setDaemon(true);
        thread.start();
    }

    <T> T write(Unit<T> unit) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a unit must use the transaction it is given");
        }
        Job<T> job = new Job<>(unit);
        synchronized (door) {
            if (closed) {
                throw new JournalFault("the journal is closed", null);
            }
            jobs.add(job);
        }
        try {
            return job.done.join();
        } catch (CompletionException e) {
            throw Store.fault(e.getCause());
        }
    }

    private void work() {
        List<Job<?>> group = new ArrayList<>();
        while (true) {
            Job<?> job = next();
            if (job.unit == null) {
                return;
            }
            group.clear();
            commit(job, group);
        }
    }

    private Job<?> next() {
        while (true) {
            try {
                return jobs.take();
            } catch (InterruptedException e) {
                // nobody but close() ends this thread
            }
        }
    }

    private void commit(Job<?> first, List<Job<?>> group) {
        long end = System.nanoTime() + GROUP_NANOS;
        try {
            // said here and not left to the driver, which would begin, and so hold the lock, as soon as it has
            // committed
            tx.update("BEGIN IMMEDIATE");
            Job<?> job = first;
            int taken = 0;
            while (job != null) {
                group.add(job);
                if (!run(job)) {
                    group.remove(group.size() - 1);
                }
                job = ++taken < GROUP && System.nanoTime() < end ? poll() : null;
            }
            tx.update("COMMIT");
        } catch (SQLException | RuntimeException | Error e) {
            abandon(group, e);
            return;
        }
        group.forEach(Job::complete);
    }

    /** The next job unless it is the last one, which stays for {@link #work}. */
    private Job<?> poll() {
        Job<?> job = jobs.peek();
        return job == null || job.unit == null ? null : jobs.poll();
    }

    /** False when the job failed and only its own changes were taken back. */
    private boolean run(Job<?> job) throws SQLException {
        tx.update("SAVEPOINT unit");
        try {
            job.run(tx);
        } catch (SQLException | RuntimeException | Error e) {
            // a statement that has failed cannot be trusted to run again
            tx.close();
            tx.update("ROLLBACK TO unit");
            tx.update("RELEASE unit");
            job.done.completeExceptionally(e);
            return false;
        }
        tx.update("RELEASE unit");
        return true;
    }

    private void forget() {
        try {
            tx.close();
        } catch (SQLException e) {
            // what cannot even be closed is left to the connection
        }
    }

    private void abandon(List<Job<?>> group, Throwable e) {
        forget();
        try {
            tx.update("ROLLBACK");
        } catch (SQLException again) {
            e.addSuppressed(again);
        } finally {
            forget();
        }
        group.forEach(job -> job.done.completeExceptionally(
                new JournalFault("the journal's database could not commit: " + e.getMessage(), e)));
    }

    @Override
    public void close() {
        synchronized (door) {
            if (closed) {
                return;
            }
            closed = true;
            jobs.add(new Job<Void>(null));
        }
        try {
            thread.join();
            tx.close();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw Store.fault(e);
        }
    }
}
