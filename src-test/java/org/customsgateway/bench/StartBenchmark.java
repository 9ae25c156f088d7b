package org.customsgateway.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.ItmattFile;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.ReplyCount;

/**
 * From {@code ./gateway run} to the first item that is accepted, embedded, the first start of an installation: the post holds its file
 * ready, and the clock stops when the reply that says that the item was received lies in its folder.
 */
public final class StartBenchmark implements Benchmark {

    private static final int STARTS = 5;
    private static final double MOST_SECONDS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final String RECEIVED = "RCV";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "seconds from ./gateway run to the first accepted item, embedded: the median of " + STARTS
                + " first starts";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        var seconds = new ArrayList<Double>();
        // leaves the archive of its classes, as the first run of every checkout does
        start(LoadSite.make(home, data.resolve("before"), 1024), STARTS);
        for (int i = 0; i < STARTS; i++) {
            var site = LoadSite.make(home, data.resolve("start-" + i), 1024);
            seconds.add(start(site, i).toNanos() / 1e9);
            say.accept("start %d: %.2f s".formatted(i + 1, seconds.get(i)));
        }
        seconds.sort(null);
        return List.of(
                new Figure("start", seconds.get(STARTS / 2), "s", Double.NaN, MOST_SECONDS, true),
                new Figure("start-best", seconds.get(0), "s", Double.NaN, Double.NaN, true));
    }

    private static Duration start(LoadSite site, int number) throws Exception {
        long start = System.nanoTime();
        try (var gateway = GatewayProcess.byLauncher(site);
                var post = site.post()) {
            post.upload(new ItmattFile("START-" + number, number, 1));
            var count = new ReplyCount();
            while (count.told(RECEIVED) == 0) {
                if (post.collect(count) == 0) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException("no item was accepted: " + count);
                }
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
