package org.customsgateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.customsgateway.console.Figure;
import org.customsgateway.load.BackEndProcess;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.LoadFile;
import org.customsgateway.load.LoadRun;
import org.customsgateway.load.LoadSite;

/**
 * One large interchange through a gateway with 256 MB of heap, post and back-ends in processes of their own.
 *
 * @param name that the figures begin with
 * @param patience how long nothing may come
 */
record MemoryRun(String name, Duration patience, Consumer<String> say) {

    private static final double MEGABYTE = 1 << 20;
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    /** Every item must come back released. */
    List<Figure> send(LoadSite site, LoadFile file, double megabytes) throws IOException, InterruptedException {
        var gc = site.folder().resolve("gc.log");
        try (var gateway = GatewayProcess.start(site, List.of("-Xmx256m", "-Xlog:gc:file=" + gc));
                var backEnds = BackEndProcess.start(site, List.of("-Xmx256m"), List.of())) {
            say.accept("sending one file of %,d items, %,.0f MB".formatted(file.items(), megabytes));
            var took = new LoadRun(site, patience, say).run(List.of(file));
            return List.of(
                    new Figure(name + "-released", file.items(), "items", Double.NaN, file.items(), false),
                    shown("megabytes", megabytes, "MB"),
                    shown("seconds", took.toNanos() / 1e9, "s"),
                    shown("speed", file.items() / (took.toNanos() / 1e9), "items/s"),
                    shown("heap-peak", heap(gc, 1), "MB"),
                    shown("heap-after-gc-peak", heap(gc, 2), "MB"),
                    shown("resident-peak", gateway.peakResidentBytes() / MEGABYTE, "MB"));
        }
    }

    private Figure shown(String what, double value, String unit) {
        return Figure.shown(name + "-" + what, value, unit, Double.NaN);
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
