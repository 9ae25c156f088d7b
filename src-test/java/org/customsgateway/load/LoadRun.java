package org.customsgateway.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A post that sends files one after the other while it collects replies, until every item has its last status. */
public final class LoadRun {

    /** What CUSRSP says of an item that both back-ends have released. */
    public static final String RELEASED = "REL";

    private static final long PAUSE_MILLIS = 50;
    private static final long SAY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LoadSite site;
    private final Duration patience;
    private final Consumer<String> say;

    /** @param patience how long nothing may come before it is given up */
    public LoadRun(LoadSite site, Duration patience, Consumer<String> say) {
        this.site = site;
        this.patience = patience;
        this.say = say;
    }

    /** From the first byte sent until the last file with a last status is collected. */
    public Duration run(List<? extends LoadFile> files) throws IOException, InterruptedException {
        var count = new ReplyCount();
        int items = files.stream().mapToInt(LoadFile::items).sum();
        try (var collecting = site.post();
                var sending = site.post()) {
            long start = System.nanoTime();
            var sent = CompletableFuture.runAsync(() -> send(sending, files));
            long progress = start;
            long said = start;
            while (count.told(RELEASED) < items) {
                long now = System.nanoTime();
                if (collecting.collect(count) > 0) {
                    progress = now;
                } else if (sent.isCompletedExceptionally()) {
                    sent.join();
                } else if (now - progress > patience.toNanos() && sent.isDone()) {
                    throw new IllegalStateException("nothing has come for " + patience.toSeconds() + " s: " + count
                            + " of " + items + " items");
                } else {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
                if (now - said > SAY_NANOS) {
                    said = now;
                    say.accept("%,d of %,d items released after %d s"
                            .formatted(
                                    count.told(RELEASED),
                                    items,
                                    Duration.ofNanos(now - start).toSeconds()));
                }
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (CompletionException e) {
            throw new IOException("sending failed: " + e.getCause(), e.getCause());
        }
    }

    private static void send(Post post, List<? extends LoadFile> files) {
        for (var file : files) {
            try {
                post.upload(file);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }
    }
}
