package org.customsgateway.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.Carrier;
import org.customsgateway.load.EdifactFile;
import org.customsgateway.load.EdifactKind;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.LoadRun;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.ReplyCount;
import org.customsgateway.load.WarmUp;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.Simulators;

/**
 * From the first CUSCAR message over a queue to the last CUSRES message that says that its consignment is released: one consignment
 * a message, eight connections. The gateway runs in a process of its own with everything embedded and synced; the carrier and
 * both back-ends run in this one. The baseline is {@link BareRows}. System property {@code bench.queue.messages} sends more or fewer.
 */
public final class EdifactQueueBenchmark implements Benchmark {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 4_000;
    private static final double LEAST = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private int serial = 1;

    @Override
    public String name() {
        return "edifact-queue";
    }

    @Override
    public String about() {
        return "consignments per second from queue to queue, one a message, on eight connections, all synced";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        int messages = Integer.getInteger("bench.queue.messages", 8_000);
        var site = LoadSite.make(home, data, 1);
        var count = new ReplyCount();
        var carriers = new ArrayList<Carrier>();
        try (var gateway = GatewayProcess.start(site, List.of());
                var backEnds = backEnds(site)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                carriers.add(site.carrierConnection(count));
            }
            new WarmUp(gateway, say).with(WARM_UP, () -> send(carriers, count, WARM_UP, text -> {}));
            say.accept("sending %,d messages".formatted(messages));
            var gatewayTime = gateway.processorTime();
            var ownTime = ownProcessorTime();
            int replies = count.files();
            var took = send(carriers, count, messages, say);
            double used = seconds(gateway.processorTime().minus(gatewayTime));
            double others = seconds(ownProcessorTime().minus(ownTime));
            var journal = site.data().resolve("journal.db");
            var bare = BareRows.copied(journal, Footprint.commits(journal), data.resolve("bare.db"));
            return List.of(
                    new Figure("edifact-queue", messages / seconds(took), "consignments/s", Double.NaN, LEAST, false),
                    Figure.shown(
                            "edifact-queue-to-bare-rows",
                            messages / seconds(took),
                            "consignments/s",
                            (serial - 1) / seconds(bare)),
                    Figure.shown(
                            "edifact-queue-replies",
                            (count.files() - replies) / (double) messages,
                            "per consignment",
                            Double.NaN),
                    processor("edifact-queue-cpu-gateway", used, messages),
                    processor("edifact-queue-cpu-others", others, messages));
        } finally {
            for (var carrier : carriers) {
                carrier.close();
            }
        }
    }

    /** From the first message sent until the last consignment is released. */
    private Duration send(List<Carrier> carriers, ReplyCount count, int messages, Consumer<String> say)
            throws IOException, InterruptedException, ExecutionException {
        int before = count.told(LoadRun.RELEASED);
        long start = System.nanoTime();
        int each = messages / carriers.size();
        var sending = new ArrayList<CompletableFuture<Void>>();
        for (var carrier : carriers) {
            int first = serial;
            serial += each;
            sending.add(CompletableFuture.runAsync(() -> send(carrier, first, each), work -> new Thread(work).start()));
        }
        var sent = CompletableFuture.allOf(sending.toArray(CompletableFuture[]::new));
        int released = 0;
        long progress = start;
        while (released < each * carriers.size()) {
            TimeUnit.MILLISECONDS.sleep(5);
            for (var carrier : carriers) {
                carrier.check();
            }
            if (sent.isCompletedExceptionally()) {
                sent.get();
            }
            int now = count.told(LoadRun.RELEASED) - before;
            if (now > released) {
                released = now;
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new IllegalStateException("nothing has come for " + PATIENCE.toSeconds() + " s: " + count);
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        say.accept("%,d released in %.1f s: %s".formatted(released, seconds(took), count));
        return took;
    }

    private static void send(Carrier carrier, int first, int messages) {
        try {
            for (int serial = first; serial < first + messages; serial++) {
                carrier.send(EdifactFile.single(EdifactKind.CUSCAR_D95B, serial));
            }
        } catch (JMSException | IOException | InterruptedException e) {
            throw new IllegalStateException("sending failed: " + e.getMessage(), e);
        }
    }

    private static Simulators backEnds(LoadSite site) throws Exception {
        var brokers = Map.of(
                BackEnd.RISK, new Broker(site.brokerUrl(), "risk", site.password("risk")),
                BackEnd.REVENUE, new Broker(site.brokerUrl(), "revenue", site.password("revenue")));
        return Simulators.start(brokers, Script.releaseAll(), Delay.parse("0ms"), Ledger.none(), Clock.systemUTC());
    }

    private static Figure processor(String name, double seconds, int messages) {
        return Figure.shown(name, seconds * 1000 / messages, "ms/item", Double.NaN);
    }

    private static Duration ownProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
