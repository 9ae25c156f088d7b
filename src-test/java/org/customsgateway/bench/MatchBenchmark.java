package org.customsgateway.bench;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.LoadSite;

/**
 * From the first order, payment or parcel over a queue to the last declaration in the hands of risk: three shuffled feeds of
 * newline-delimited JSON, a thousand documents a message. The gateway runs in a process of its own with everything embedded and
 * synced; the three firms and the back-ends, which only count, run in this one. The baseline is {@link BareRows}. System property {@code bench.match.orders}: how many; {@code bench.match.open}: how many more
 * orders wait in the journal already.
 */
public final class MatchBenchmark implements Benchmark {

    private static final Map<String, Long> FEEDS = Map.of("order", 7919L, "payment", 104_729L, "logistics", 611_953L);
    private static final int DOCUMENTS = 1_000;
    private static final double LEAST = 3_000;
    private static final int MEGABYTES = 512;
    private static final String PASSWORD = "of no worth";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern PAUSE = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    @Override
    public String name() {
        return "match";
    }

    @Override
    public String about() {
        return "documents per second of three shuffled feeds to matched declarations, gateway with 512 MB";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        int orders = Integer.getInteger("bench.match.orders", 1_000_000);
        var site = LoadSite.make(home, data, 1);
        for (String leg : FEEDS.keySet()) {
            partner(site, leg);
        }
        int open = Integer.getInteger("bench.match.open", 0);
        if (open > 0) {
            say.accept("%,d orders that wait".formatted(open));
            GatewayProcess.start(site, List.of()).close();
            new OpenLegs(site.data().resolve("journal.db")).add(open);
        }
        Path pauses = data.resolve("gc.log");
        var flags = List.of("-Xmx" + MEGABYTES + "m", "-Xlog:gc:file=" + pauses);
        var seen = new AtomicInteger();
        try (var gateway = GatewayProcess.start(site, flags);
                var risk = counting(site, "risk", seen);
                var revenue = counting(site, "revenue", new AtomicInteger())) {
            say.accept("sending three feeds of %,d documents".formatted(orders));
            var processors = gateway.processorTime();
            long start = System.nanoTime();
            var sending = new ArrayList<CompletableFuture<Void>>();
            FEEDS.forEach((leg, stride) -> sending.add(CompletableFuture.runAsync(
                    () -> send(site, home, leg, orders, stride), work -> new Thread(work, leg).start())));
            await(seen, orders, sending, say);
            double seconds = (System.nanoTime() - start) / 1e9;
            double used = gateway.processorTime().minus(processors).toNanos() / 1e6;
            var journal = site.data().resolve("journal.db");
            var bare = BareRows.copied(journal, Footprint.commits(journal), data.resolve("bare.db"));
            return List.of(
                    new Figure("match", 3 * orders / seconds, "documents/s", Double.NaN, LEAST, false),
                    Figure.shown(
                            "match-to-bare-rows", 3 * orders / seconds, "documents/s", 3e9 * orders / bare.toNanos()),
                    Figure.shown("match-cpu-gateway", used / (3.0 * orders), "ms/document", Double.NaN),
                    new Figure("match-heap", peak(pauses), "MB", Double.NaN, MEGABYTES, true));
        }
    }

    private static void await(
            AtomicInteger seen, int orders, List<CompletableFuture<Void>> sending, Consumer<String> say)
            throws Exception {
        int known = 0;
        long progress = System.nanoTime();
        long told = progress;
        while (known < orders) {
            TimeUnit.MILLISECONDS.sleep(10);
            for (var feed : sending) {
                if (feed.isCompletedExceptionally()) {
                    feed.get();
                }
            }
            int now = seen.get();
            if (now > known) {
                known = now;
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos() * (known == 0 ? 10 : 1)) {
                throw new IllegalStateException("only " + known + " declarations have come");
            }
            if (System.nanoTime() - told > 30e9) {
                told = System.nanoTime();
                say.accept("%,d declarations".formatted(known));
            }
        }
    }

    private static void partner(LoadSite site, String leg) throws IOException {
        Files.writeString(site.partners().resolve("password"), PASSWORD);
        Files.writeString(site.partners().resolve("match-" + leg + ".yaml"), """
                name: Firm that makes load
                kind: platform
                formats: [platform-%s-1]
                reply: { statuses: [REJECTED] }
                wires: { queue: { password: "file:password" } }
                %s
                """.formatted(
                        leg, leg.equals("order") ? "match: { legs: [payment, logistics] }" : ""));
    }

    private static void send(LoadSite site, Path home, String leg, int orders, long stride) {
        try (var connection = connect(site, "match-" + leg, PASSWORD)) {
            var feed = MatchFeed.of(home, leg, orders, stride);
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var producer = session.createProducer(new ActiveMQQueue("partner.match-" + leg + ".in"));
            for (int first = 0; first < orders; first += DOCUMENTS) {
                var message = session.createBytesMessage();
                message.setStringProperty("name", leg + "-" + first + ".ndjson");
                message.writeBytes(feed.documents(first, DOCUMENTS));
                producer.send(message);
            }
        } catch (JMSException | IOException e) {
            throw new IllegalStateException("sending failed: " + e.getMessage(), e);
        }
    }

    private static Connection counting(LoadSite site, String backEnd, AtomicInteger seen)
            throws JMSException, IOException {
        var connection = connect(site, backEnd, site.password(backEnd));
        connection
                .createSession(false, Session.DUPS_OK_ACKNOWLEDGE)
                .createConsumer(new ActiveMQQueue(backEnd + ".declarations"))
                .setMessageListener(message -> seen.incrementAndGet());
        connection.start();
        return connection;
    }

    private static Connection connect(LoadSite site, String user, String password) throws JMSException {
        return new ActiveMQConnectionFactory(site.brokerUrl()).createConnection(user, password);
    }

    /** The most that was in use at the beginning of a collection. */
    private static double peak(Path pauses) throws IOException {
        double most = 0;
        for (String line : Files.readAllLines(pauses)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                most = Math.max(most, Double.parseDouble(pause.group(1)));
            }
        }
        return most;
    }
}
