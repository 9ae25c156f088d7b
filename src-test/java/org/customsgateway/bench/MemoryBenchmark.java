package org.customsgateway.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.BackEndProcess;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.ItmattFile;
import org.customsgateway.load.LoadRun;
import org.customsgateway.load.LoadSite;

/**
 * One ITMATT interchange of 1 GB through the whole way while the gateway has 256 MB of heap: every item must come back
 * released. System property {@code bench.memory.megabytes} sends a smaller one.
 */
public final class MemoryBenchmark implements Benchmark {

    private static final int MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

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
        var file = fileOf(bytes);
        var gc = data.resolve("gc.log");
        try (var gateway = GatewayProcess.start(site, List.of("-Xmx256m", "-Xlog:gc:file=" + gc));
                var backEnds = BackEndProcess.start(site, List.of("-Xmx256m"), List.of())) {
            say.accept("sending one file of %,d items, %,d MB".formatted(file.items(), megabytes));
            var took = new LoadRun(site, PATIENCE, say).run(List.of(file));
            double resident = gateway.peakResidentBytes() / (double) MEGABYTE;
            return List.of(
                    new Figure("memory-released", file.items(), "items", Double.NaN, file.items(), false),
                    shown("memory-megabytes", megabytes, "MB"),
                    shown("memory-seconds", took.toNanos() / 1e9, "s"),
                    shown("memory-speed", file.items() / (took.toNanos() / 1e9), "items/s"),
                    shown("memory-heap-peak", heap(gc, 1), "MB"),
                    shown("memory-heap-after-gc-peak", heap(gc, 2), "MB"),
                    shown("memory-resident-peak", resident, "MB"));
        }
    }

    private static Figure shown(String name, double value, String unit) {
        return Figure.shown(name, value, unit, Double.NaN);
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

    /** The highest of one column of the collector's log: 1 is before a collection, 2 after it. */
    private static int heap(Path log, int column) throws IOException {
        int highest = 0;
        for (var line : Files.readAllLines(log)) {
            var match = COLLECTED.matcher(line);
            if (match.find()) {
                highest = Math.max(highest, Integer.parseInt(match.group(column)));
            }
        }
        return highest;
    }
}
