package org.customsgateway.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.ItmattFile;
import org.customsgateway.load.LoadSite;

/**
 * One ITMATT interchange of 1 GB through the whole way while the gateway has 256 MB of heap: every item must come back
 * released. System property {@code bench.memory.megabytes} sends a smaller one.
 */
public final class MemoryBenchmark implements Benchmark {

    private static final int MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String about() {
        return "an interchange of 1 GB through the whole way with -Xmx256m";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        int megabytes = Integer.getInteger("bench.memory.megabytes", 1024);
        long bytes = (long) MEGABYTE * megabytes;
        // a little more than the round figure is still what the post may send
        var site = LoadSite.make(home, data, megabytes + megabytes / 8 + 1);
        return new MemoryRun("memory", PATIENCE, say).send(site, fileOf(bytes), megabytes);
    }

    /** With at least so many bytes. */
    private static ItmattFile fileOf(long bytes) throws IOException {
        var counting = new OutputStream() {
            private long count;

            @Override
            public void write(int one) {
                count++;
            }

            @Override
            public void write(byte[] many, int from, int length) {
                count += length;
            }
        };
        int some = 1000;
        new ItmattFile("MEMORY", 0, some).writeTo(counting);
        return new ItmattFile("MEMORY", 0, (int) (bytes * some / counting.count) + some);
    }
}
