package org.customsgateway.connector.sftp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All connections to partners' servers, looked at four times a second by one thread that waits for none of them. */
final class Lines implements AutoCloseable {

    private static final int EVERY_MS = 250;

    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "sftp-lines");
        thread.setDaemon(true);
        return thread;
    });

    Lines() {
        timer.scheduleWithFixedDelay(() -> open.forEach(Line::look), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void add(Line line) {
        open.add(line);
    }

    void remove(Line line) {
        open.remove(line);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
