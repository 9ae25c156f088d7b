package org.customsgateway.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.mapping.reference.References;

/**
 * Five million rows of reference data, a national tariff of ten digits for many countries in no order: how long they take to load,
 * what they weigh, and how long one who looks up all the time is held up while they are loaded again.
 */
public final class ReferenceBenchmark implements Benchmark {

    private static final int ROWS = Integer.getInteger("bench.enrich.rows", 5_000_000);
    private static final double MOST_SECONDS = 10;
    private static final double MOST_MEGABYTES = 300;
    private static final double MOST_MILLIS = 50;
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Override
    public String name() {
        return "enrich-reference";
    }

    @Override
    public String about() {
        return "rows of reference data: seconds to load, megabytes, longest pause of a look-up while they are loaded again";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        Path folder = Files.createDirectories(data.resolve("reference"));
        Files.copy(home.resolve("mappings/reference/sets.yaml"), folder.resolve("sets.yaml"));
        write(folder.resolve("hs-national.csv"), 0);
        double before = megabytes();
        long start = System.nanoTime();
        try (References references = References.open(folder, null, Clock.systemUTC())) {
            double seconds = (System.nanoTime() - start) / 1e9;
            int rows = references.now().set("hs-national").size();
            if (rows != ROWS) {
                throw new IllegalStateException(rows + " rows, not " + ROWS + ": " + references.faults());
            }
            double weight = megabytes() - before;
            say.accept("%,d rows in %.1f s, %.0f MB".formatted(rows, seconds, weight));
            write(folder.resolve("hs-national.csv"), 1);
            long pause = pause(references);
            return List.of(
                    new Figure("reference-load", seconds, "s", Double.NaN, MOST_SECONDS, true),
                    new Figure("reference-memory", weight, "MB", Double.NaN, MOST_MEGABYTES, true),
                    new Figure("reference-reload-pause", pause / 1e6, "ms", Double.NaN, MOST_MILLIS, true));
        }
    }

    /** Nanoseconds of the longest time that one look-up took while the set was loaded again. */
    private static long pause(References references) throws InterruptedException {
        String version = references.now().set("hs-national").version();
        AtomicBoolean loaded = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        Thread traffic = new Thread(() -> {
            int row = 0;
            long last = System.nanoTime();
            while (!loaded.get()) {
                references.now().set("hs-national").find(DAY, country(row), code(row));
                row = (row + 7919) % ROWS;
                long now = System.nanoTime();
                longest.accumulateAndGet(now - last, Math::max);
                last = now;
            }
        });
        traffic.start();
        references.look();
        loaded.set(true);
        traffic.join();
        if (references.now().set("hs-national").version().equals(version)) {
            throw new IllegalStateException("nothing was loaded again: " + references.faults());
        }
        return longest.get();
    }

    private static double megabytes() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long outside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return (heap + outside) / 1e6;
    }

    private static void write(Path file, int edition) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("# title: tariffs\n# source: made up\n# licence: none\n# covers: all\n# sure: example\n");
            out.write("# asOf: 2026-11-22\n# maxAge: P1Y\ncountry,code,name,validFrom,validTo\n");
            for (int i = 0; i < ROWS; i++) {
                int row = (int) ((long) i * 2_654_435_761L % ROWS);
                out.write(country(row) + "," + code(row) + ",goods " + (row % 9000 + edition) + ",2026-01-01,\n");
            }
        }
    }

    private static String country(int row) {
        return "" + (char) ('A' + row % 26) + (char) ('A' + row / 26 % 26);
    }

    private static String code(int row) {
        return String.valueOf(1_000_000_000L + row);
    }
}
