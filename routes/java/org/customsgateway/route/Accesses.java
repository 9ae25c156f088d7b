package org.customsgateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.customsgateway.journal.Access;
import org.customsgateway.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what partners read into the access log, many at a time, so that a read does not wait for the disk. Who reads faster than it
 * can be noted has to wait. What a crash takes with it was read within the last moment.
 */
public final class Accesses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Accesses.class);

    private static final int MOST = 10_000;
    private static final Access LAST = new Access(null, "", "", "");

    private final Journal journal;
    private final BlockingQueue<Access> waiting = new ArrayBlockingQueue<>(MOST);
    private final Thread thread = new Thread(this::work, "access-log");

    public Accesses(Journal journal) {
        this.journal = journal;
        thread.setDaemon(true);
        thread.start();
    }

    public void add(Access access) {
        try {
            waiting.put(access);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Access> some = new ArrayList<>();
        while (true) {
            some.clear();
            try {
                some.add(waiting.take());
            } catch (InterruptedException e) {
                continue; // nobody but close() ends this thread
            }
            waiting.drainTo(some, MOST);
            boolean ends = some.remove(LAST);
            note(some);
            if (ends) {
                return;
            }
        }
    }

    private void note(List<Access> some) {
        try {
            journal.access().add(some);
        } catch (RuntimeException e) {
            LOG.error("{} reads are missing in the access log", some.size(), e);
        }
    }

    /** All that was read before is noted then. */
    @Override
    public void close() throws InterruptedException {
        waiting.put(LAST);
        thread.join();
    }
}
