package org.customsgateway.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The baseline of {@link DurableBenchmark}: the broker and the database of the gateway, bare, doing what the gateway's run did
 * durably. The same rows (columns, bytes, indexes) in the same number of synced transactions with the same pragmas; the same
 * messages (bodies, properties, duplicate ids) in the same number of broker transactions, at the gateway's side within the
 * broker's process and at the back-ends' side over TCP; the same number of files of the same size, written and synced.
 *
 * <p>It reads nothing back, parses, maps and validates nothing, and its three kinds of work run beside each other and never
 * wait for one another, as those of no gateway could: it is the most that this machine can do.
 */
final class BareRun {

    /** One kind of work. */
    interface Work {
        void run() throws Exception;
    }

    private BareRun() {}

    static Duration of(Footprint footprint, Path folder) throws Exception {
        try (var broker = new BareBroker(folder.resolve("broker"), footprint);
                var database = new BareDatabase(folder.resolve("journal.db"), footprint)) {
            long start = System.nanoTime();
            together(List.of(new BareFiles(folder.resolve("files"), footprint), database, broker));
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    static void together(List<Work> works) throws Exception {
        var running = new ArrayList<CompletableFuture<Void>>();
        for (var work : works) {
            var done = new CompletableFuture<Void>();
            running.add(done);
            new Thread(() -> {
                        try {
                            work.run();
                            done.complete(null);
                        } catch (Exception e) {
                            done.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        try {
            CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0]))
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
