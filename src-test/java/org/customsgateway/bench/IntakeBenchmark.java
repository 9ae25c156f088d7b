package org.customsgateway.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.customsgateway.connector.Token;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.OrderText;
import org.customsgateway.load.PlatformConnection;
import org.customsgateway.load.WarmUp;

/**
 * Orders over HTTPS, from the first byte of a POST to its 202: single ones on sixteen connections, then batches of a thousand. The
 * gateway runs in a process of its own, everything embedded and synced, and reads what it has taken meanwhile. The baseline of the same
 * run is {@link BareIntake}. System property {@code bench.intake.orders} sends more or fewer.
 */
public final class IntakeBenchmark implements Benchmark {

    private static final String PARTNER = "load-platform";
    private static final String TOKEN = "cgw_of-no-worth";
    private static final int CONNECTIONS = 16;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 20;
    private static final int BATCH_CONNECTIONS = 4;
    private static final double LEAST_ORDERS = 1_500;
    private static final double MOST_MILLIS = 150;
    private static final double LEAST_IN_BATCHES = 5_000;

    private int serial;

    /** @param millis of each post, sorted */
    private record Sent(Duration took, double[] millis) {

        double p99() {
            return millis[(int) Math.ceil(millis.length * 0.99) - 1];
        }
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String about() {
        return "orders per second over HTTPS until they are journaled, one a request and a thousand, beside the bare database";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        int orders = Integer.getInteger("bench.intake.orders", 15_000);
        var site = LoadSite.make(home, data, 64);
        Files.writeString(site.partners().resolve(PARTNER + ".yaml"), partner());
        var certificate = Certificate.in(data.resolve("tls"));
        Files.writeString(data.resolve("tls/password"), Certificate.PASSWORD);
        int port = freePort();
        var tls = trusting(certificate);
        var figures = new ArrayList<Figure>();
        try (var gateway = GatewayProcess.start(site, settings(data, certificate, port))) {
            new WarmUp(gateway, say)
                    .with(orders / 3, () -> single(tls, port, orders / 3).took());
            say.accept("posting %,d orders on %d connections".formatted(orders, CONNECTIONS));
            var before = gateway.processorTime();
            var sent = single(tls, port, orders);
            var spent = gateway.processorTime().minus(before);
            say.accept("the same, not looked at before they are taken");
            var async = single(tls, port, orders, "Prefer: respond-async");
            say.accept("the bare database");
            var bare = BareIntake.of(data.resolve("bare.db"), orders, CONNECTIONS);
            double rate = orders / seconds(sent.took());
            double bareRate = orders / seconds(bare);
            figures.add(new Figure("intake-single", rate, "orders/s", Double.NaN, LEAST_ORDERS, false));
            figures.add(new Figure("intake-single-p99", sent.p99(), "ms", Double.NaN, MOST_MILLIS, true));
            figures.add(Figure.shown("intake-single-to-bare", rate, "orders/s", bareRate));
            figures.add(Figure.shown("intake-single-cpu", seconds(spent) * 1000 / orders, "ms/order", Double.NaN));
            figures.add(Figure.shown("intake-async", orders / seconds(async.took()), "orders/s", bareRate));
            figures.add(Figure.shown("intake-async-p99", async.p99(), "ms", Double.NaN));
            say.accept("posting %d batches of %,d".formatted(BATCHES, BATCH));
            var batches = post(tls, port, BATCHES, BATCH_CONNECTIONS, number -> OrderText.batch(take(BATCH), BATCH));
            figures.add(new Figure(
                    "intake-batch",
                    BATCHES * BATCH / seconds(batches.took()),
                    "orders/s",
                    Double.NaN,
                    LEAST_IN_BATCHES,
                    false));
        }
        return figures;
    }

    private synchronized int take(int count) {
        serial += count;
        return serial - count;
    }

    private Sent single(SSLContext tls, int port, int orders, String... headers) throws Exception {
        return post(tls, port, orders, CONNECTIONS, number -> OrderText.of(take(1)), headers);
    }

    private static Sent post(
            SSLContext tls, int port, int posts, int connections, IntFunction<String> body, String... headers)
            throws Exception {
        var next = new AtomicInteger();
        double[] millis = new double[posts];
        var running = new ArrayList<CompletableFuture<Void>>();
        long begun = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            running.add(CompletableFuture.runAsync(
                    () -> {
                        try (var connection = new PlatformConnection(tls, port, TOKEN, headers)) {
                            for (int number = next.getAndIncrement(); number < posts; number = next.getAndIncrement()) {
                                byte[] bytes = body.apply(number).getBytes(StandardCharsets.UTF_8);
                                long start = System.nanoTime();
                                connection.post(begun + "-" + number, bytes);
                                millis[number] = (System.nanoTime() - start) / 1e6;
                            }
                        } catch (IOException e) {
                            throw new IllegalStateException("posting failed: " + e.getMessage(), e);
                        }
                    },
                    work -> new Thread(work, "platform").start()));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        Arrays.sort(millis);
        return new Sent(took, millis);
    }

    private static String partner() {
        var token = Token.of(TOKEN, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(36_500));
        return """
                name: Platform that makes load
                kind: platform
                formats: [platform-order-1]
                wires: { https: { tokens: ["%s"] } }
                """.formatted(token);
    }

    private static List<String> settings(Path data, Certificate certificate, int port) {
        return List.of(
                "-Dgateway.https.host=127.0.0.1",
                "-Dgateway.https.port=" + port,
                "-Dgateway.https.store=" + certificate.store(),
                "-Dgateway.https.password=file:" + data.resolve("tls/password"));
    }

    private static SSLContext trusting(Certificate certificate) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(certificate.store().toFile(), Certificate.PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return tls;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
