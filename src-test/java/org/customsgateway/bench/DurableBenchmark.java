package org.customsgateway.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.ItmattFile;
import org.customsgateway.load.LoadRun;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.WarmUp;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.Simulators;

/**
 * From the first byte of an ITMATT file over SFTP to the last CUSRSP file that says that an item is released. The gateway runs
 * in a process of its own with everything embedded and synced; the post and both back-ends run in this one. The baseline of
 * the same run is {@link BareRun}. System property {@code bench.durable.items} measures files of that many items only.
 */
public final class DurableBenchmark implements Benchmark {

    /** A number of files with so many items each. */
    private record Size(int files, int items) {}

    private static final List<Size> SIZES = List.of(new Size(200, 1), new Size(200, 100), new Size(2, 10_000));
    private static final List<Size> WARM_UP = List.of(new Size(3, 8_000), new Size(100, 1));
    private static final Size ROUND = new Size(200, 100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The fastest counts: it has not run before, the gateway has. */
    private static final int BARE_ROUNDS = 3;

    private static final double LEAST_ITEMS = 1_000;
    private static final double LEAST_RATIO = 0.4;

    private int serial;

    @Override
    public String name() {
        return "durable";
    }

    @Override
    public String about() {
        return "items per second from SFTP file to CUSRSP file, all synced, beside the bare broker and database";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        var site = LoadSite.make(home, data, 1024);
        var figures = new ArrayList<Figure>();
        try (var gateway = GatewayProcess.start(site, List.of());
                var backEnds = backEnds(site)) {
            var load = new LoadRun(site, PATIENCE, say);
            for (var size : WARM_UP) {
                say.accept("warming up with " + text(size));
                load.run(files("WARM-" + size.items(), size));
            }
            new WarmUp(gateway, say)
                    .with(ROUND.files() * ROUND.items(), () -> load.run(files("ROUND-" + serial + "-", ROUND)));
            int only = Integer.getInteger("bench.durable.items", 0);
            for (var size : SIZES.stream()
                    .filter(size -> only == 0 || only == size.items())
                    .toList()) {
                say.accept("sending " + text(size));
                figures.addAll(measure(site, load, size, gateway, backEnds, say));
            }
        }
        return figures;
    }

    private List<Figure> measure(
            LoadSite site, LoadRun load, Size size, GatewayProcess gateway, Simulators backEnds, Consumer<String> say)
            throws Exception {
        var journal = site.data().resolve("journal.db");
        var reference = "DURABLE-" + size.items() + "-";
        long commits = Footprint.commits(journal);
        long answers = backEnds.commits();
        var gatewayTime = gateway.processorTime();
        var ownTime = ownProcessorTime();
        var gatewayTook = load.run(files(reference, size));
        var footprint =
                Footprint.of(journal, reference, Footprint.commits(journal) - commits, backEnds.commits() - answers);
        gatewayTime = gateway.processorTime().minus(gatewayTime);
        ownTime = ownProcessorTime().minus(ownTime);
        say.accept(footprint.toString());
        var bareTime = Duration.ZERO;
        var bareTook = Duration.ofDays(1);
        for (int round = 1; round <= BARE_ROUNDS; round++) {
            var before = ownProcessorTime();
            var took = BareRun.of(footprint, site.folder().resolve("bare-" + size.items() + "-" + round));
            if (took.compareTo(bareTook) < 0) {
                bareTook = took;
                bareTime = ownProcessorTime().minus(before);
            }
        }
        double value = size.files() * size.items() / seconds(gatewayTook);
        double baseline = footprint.items() / seconds(bareTook);
        boolean held = size.items() > 1;
        var name = "durable-" + size.items();
        return List.of(
                new Figure(name, value, "items/s", Double.NaN, held ? LEAST_ITEMS : Double.NaN, false),
                new Figure(name + "-to-bare", value, "items/s", baseline, held ? LEAST_RATIO : Double.NaN, false),
                processor(name + "-cpu-gateway", gatewayTime, footprint.items()),
                processor(name + "-cpu-others", ownTime, footprint.items()),
                processor(name + "-cpu-bare", bareTime, footprint.items()));
    }

    /** Says more than the clock where other work runs on the machine. */
    private static Figure processor(String name, Duration time, int items) {
        return Figure.shown(name, seconds(time) * 1000 / items, "ms/item", Double.NaN);
    }

    private static Duration ownProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private List<ItmattFile> files(String reference, Size size) {
        var files = new ArrayList<ItmattFile>();
        for (int i = 0; i < size.files(); i++) {
            var file = new ItmattFile(reference + i, serial, size.items());
            files.add(file);
            serial = file.end();
        }
        return files;
    }

    private static Simulators backEnds(LoadSite site) throws Exception {
        var brokers = Map.of(
                BackEnd.RISK, new Broker(site.brokerUrl(), "risk", site.password("risk")),
                BackEnd.REVENUE, new Broker(site.brokerUrl(), "revenue", site.password("revenue")));
        return Simulators.start(brokers, Script.releaseAll(), Delay.parse("0ms"), Ledger.none(), Clock.systemUTC());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String text(Size size) {
        return size.files() + " files of " + size.items() + " items";
    }
}
