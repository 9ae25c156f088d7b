package org.customsgateway.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the benchmarks that lie in the test drawer. */
@Command(
        name = "bench",
        description = "Measure the gateway, each figure beside its baseline of the same run.",
        footer = {"", "Exit code 1 when a figure misses its bar. Works in a checkout."})
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Mixin
    private Trials trials;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as a JSON array too.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var figures = new ArrayList<Figure>();
        for (var benchmark : trials.chosen(Benchmark.class, "benchmark")) {
            trials.begin(benchmark);
            var data = Files.createTempDirectory("gateway-bench");
            var home = installation.settings().home();
            try {
                for (var figure : benchmark.run(home, data, trials::say)) {
                    out.println("  " + line(figure));
                    figures.add(figure);
                }
            } finally {
                Folder.delete(data);
            }
            out.flush();
        }
        write(figures);
        return figures.stream().allMatch(Figure::met) ? 0 : Commands.LOOK;
    }

    static String line(Figure figure) {
        var text = new StringBuilder(
                String.format(Locale.ROOT, "%-28s %,14.2f %s", figure.name(), figure.value(), figure.unit()));
        if (!Double.isNaN(figure.baseline())) {
            text.append(
                    String.format(Locale.ROOT, "   baseline %,.2f   ratio %.3f", figure.baseline(), figure.ratio()));
        }
        if (!Double.isNaN(figure.bar())) {
            text.append(String.format(
                    Locale.ROOT,
                    "   bar %s %s   %s",
                    figure.most() ? "at most" : "at least",
                    figure.bar(),
                    figure.met() ? "met" : "MISSED"));
        }
        return text.toString();
    }

    private void write(List<Figure> figures) throws IOException {
        if (json == null) {
            return;
        }
        var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
        var rows = figures.stream().map(figure -> row(figure, now)).toList();
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), rows);
    }

    private static Map<String, Object> row(Figure figure, String now) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", figure.name());
        row.put("value", figure.value());
        row.put("unit", figure.unit());
        row.put("baseline", number(figure.baseline()));
        row.put("ratio", number(figure.ratio()));
        row.put("bar", number(figure.bar()));
        row.put("met", figure.met());
        row.put(
                "machine",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, Java "
                        + System.getProperty("java.version"));
        row.put("date", now);
        return row;
    }

    /** JSON knows no NaN. */
    private static Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
