package org.customsgateway.console;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what is going on, but only when it takes longer than a person waits without wondering. */
public final class Progress implements AutoCloseable {

    private static final long SECONDS = 2;

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private long waited;

    public Progress(PrintWriter err, Supplier<String> what) {
        ticks.scheduleAtFixedRate(
                () -> {
                    waited += SECONDS;
                    err.println("… " + what.get() + " (" + waited + " s)");
                    err.flush();
                },
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
