package org.customsgateway.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.as2.Agreement;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.Station;
import org.customsgateway.connector.as2.TestKeys;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.WarmUp;

/**
 * AS2 messages over TLS, signed and encrypted, each with a signed receipt in the answer, until the receipt is judged. The gateway runs
 * in a process of its own, everything embedded and synced. The baseline of the same run is Bouncy Castle alone: the same
 * messages signed, encrypted, decrypted and verified, twice over. System property {@code bench.as2.seconds} is about how long each figure takes.
 */
public final class As2Benchmark implements Benchmark {

    private static final double LEAST = 0.5;

    private final AtomicInteger serial = new AtomicInteger();

    @Override
    public String name() {
        return "as2";
    }

    @Override
    public String about() {
        return "AS2 messages per second until they are receipted, beside the bare cryptography of the same messages";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        var now = Clock.systemUTC().instant();
        OwnKey ours = TestKeys.make("customs", now, Duration.ofDays(2));
        OwnKey theirs = TestKeys.make("post", now, Duration.ofDays(2));
        var certificate = Certificate.in(data.resolve("tls"));
        Path password = Files.writeString(data.resolve("password"), TestKeys.PASSWORD);
        Path store = TestKeys.store(data.resolve("as2.p12"), ours);
        var site = LoadSite.make(home, data, 64);
        Files.writeString(site.partners().resolve("post.pem"), TestKeys.pem(theirs.certificate()));
        Files.writeString(site.partners().resolve("load-as2.yaml"), """
                name: A post that sends
                kind: post
                formats: [ upu-itmatt ]
                reply: { wire: https }
                wires:
                  as2: { id: POST, ours: CUSTOMS, certificates: [ { certificate: "file:post.pem" } ] }
                  https: { tokens: [ "sha256:%s 2026-01-01 2099-01-01" ] }
                """.formatted("0".repeat(64)));
        int port = freePort();
        var figures = new ArrayList<Figure>();
        try (var gateway = GatewayProcess.start(site, settings(store, password, certificate, port));
                var post = new Station(data.resolve("post"), freePort(), theirs)) {
            var agreement = new Agreement("CUSTOMS", "POST", ours);
            agreement.url = Optional.of(URI.create("https://localhost:" + port + "/as2"));
            agreement.trust = Optional.of(certificate.trusted());
            var partner = agreement.partner("customs");
            post.host.added(partner);
            for (int size : new int[] {2 * 1024, 1024 * 1024}) {
                int each = (size < 10_000 ? 40 : 8) * Integer.getInteger("bench.as2.seconds", 10);
                for (int connections : new int[] {1, 16}) {
                    int messages = connections == 1 ? each : each * 2;
                    String what = (size < 10_000 ? "2kb" : "1mb") + "-" + connections;
                    say.accept(what);
                    new WarmUp(gateway, say)
                            .with(messages, () -> send(post, partner, data, size, connections, messages));
                    say.accept("sending %,d messages, %s".formatted(messages, what));
                    double rate = messages
                            * 1e9
                            / send(post, partner, data, size, connections, messages)
                                    .toNanos();
                    say.accept("the bare cryptography");
                    byte[] message = Files.readAllBytes(file(data, size));
                    var alone = new BareCryptography(ours.key(), ours.certificate());
                    // the same once more before: compiled like the gateway
                    alone.rate(message, connections, messages / connections + 1);
                    double bare = alone.rate(message, connections, messages / connections + 1);
                    figures.add(new Figure("as2-" + what, rate, "messages/s", bare, LEAST, false));
                }
            }
        }
        return figures;
    }

    private Duration send(
            Station post,
            org.customsgateway.connector.Partner partner,
            Path data,
            int size,
            int connections,
            int messages) {
        var left = new AtomicInteger(messages);
        var running = new ArrayList<CompletableFuture<Void>>();
        long begun = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            running.add(CompletableFuture.runAsync(
                    () -> {
                        while (left.getAndDecrement() > 0) {
                            try {
                                Path file = file(data, size);
                                post.host.deliver(
                                        partner, Dispatch.of(file.getFileName().toString(), file));
                                Files.delete(file);
                            } catch (IOException e) {
                                throw new IllegalStateException("sending failed: " + e.getMessage(), e);
                            }
                        }
                    },
                    task -> new Thread(task, "post").start()));
        }
        running.forEach(CompletableFuture::join);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Never the same bytes twice, and nothing that is read further than its first line. */
    private Path file(Path data, int size) throws IOException {
        int number = serial.incrementAndGet();
        var text = new StringBuilder("<nothing n='" + number + "'>");
        while (text.length() < size) {
            text.append("0123456789abcdefghijklmnopqrstuvwxyz ");
        }
        text.setLength(size);
        return Files.write(
                data.resolve("message-" + number + ".xml"), text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> settings(Path store, Path password, Certificate certificate, int port) {
        return List.of(
                "-Dgateway.as2.host=127.0.0.1",
                "-Dgateway.as2.store=" + store,
                "-Dgateway.as2.password=file:" + password,
                "-Dgateway.as2.tls.port=" + port,
                "-Dgateway.as2.tls.store=" + certificate.store(),
                "-Dgateway.as2.tls.password=file:" + password);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
