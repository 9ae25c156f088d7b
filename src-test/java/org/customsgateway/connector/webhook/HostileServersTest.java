package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.Network;
import org.customsgateway.connector.WebhookWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies posted where they must not go, and to servers that are slow, or mean harm. */
class HostileServersTest extends WebhookSite {

    /** Kept, because a socket that nobody holds is closed when memory is cleared. */
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    private final ScheduledExecutorService talkers = Executors.newScheduledThreadPool(8);

    @AfterEach
    void silence() throws IOException {
        talkers.shutdownNow();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (var inner = Receiver.plain()) {
            for (int code : new int[] {301, 302, 303, 307, 308}) {
                receiver.answers = exchange -> Receiver.answer(exchange, code, "Location", inner.url("127.0.0.1"));
                assertThat(held(partner(wire(receiver.url("localhost"))))).hasMessageContaining("" + code);
            }
            assertThat(inner.requests).isEmpty();
        }
        assertThat(receiver.requests).hasSize(5);
    }

    @Test
    void an_address_that_is_not_public_is_not_connected_to() throws IOException {
        var wire = wire(receiver.url("localhost"));
        for (var host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001")) {
            for (var scheme : List.of("https", "http")) {
                var url = Optional.of(URI.create(scheme + "://" + host + ":" + receiver.port() + "/"));
                assertThat(held(partner(new WebhookWire(
                                url,
                                wire.keys(),
                                1,
                                List.of(Network.parse("10.0.0.0/8")),
                                true,
                                wire.trust(),
                                wire.connectTimeout(),
                                wire.timeout()))))
                        .as(url.toString())
                        .hasMessageContaining("not on the public internet");
            }
        }
        assertThat(receiver.requests).isEmpty();
    }

    @Test
    void what_was_looked_up_and_judged_is_what_is_connected_to() throws IOException {
        // of two addresses only the allowed one, and whatever the name leads to next is never asked
        found = new InetAddress[] {InetAddress.getByName("169.254.169.254"), InetAddress.getByName("127.0.0.1")};
        webhooks.deliver(partner(wire(receiver.url("localhost"))), event("e"));
        assertThat(lookedUp).containsExactly("localhost");
        assertThat(receiver.requests).hasSize(1);
    }

    @Test
    void a_server_proves_who_it_is() throws IOException {
        assertThat(held(partner(wire(receiver.url("hook.example"))))).hasMessageContaining("hook.example");
        assertThat(lookedUp).containsExactly("hook.example");
        var wire = wire(receiver.url("localhost"));
        assertThat(held(partner(new WebhookWire(
                        wire.url(),
                        wire.keys(),
                        1,
                        wire.allow(),
                        false,
                        Optional.empty(),
                        wire.connectTimeout(),
                        wire.timeout()))))
                .hasMessageContaining("certification path");
        assertThat(receiver.requests).isEmpty();
    }

    @Test
    void an_answer_without_end_counts_by_its_code_and_costs_the_connection_only() throws IOException {
        receiver.answers = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write(new byte[10 << 20]);
            } catch (IOException hungUp) {
                exchange.close();
            }
        };
        var partner = partner(wire(receiver.url("localhost")));
        webhooks.deliver(partner, event("a"));
        webhooks.deliver(partner, event("b"));
        assertThat(receiver.requests).extracting(Receiver.Request::port).doesNotHaveDuplicates();
    }

    @Test
    void a_server_that_does_not_answer_is_given_up() throws IOException {
        var answer = new CountDownLatch(1);
        receiver.answers = exchange -> {
            try {
                answer.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        var partner = partner(within(wire(receiver.url("localhost")), Duration.ofMillis(400)));
        assertThat(held(partner)).hasMessageContaining("no answer");
        answer.countDown();
    }

    /** What a server says to every connection, first once, then again and again: one letter slowly, more as fast as it can. */
    private ServerSocket saying(String first, String then) throws IOException {
        var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        talkers.execute(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    accepted.add(socket);
                    socket.getOutputStream().write(first.getBytes());
                    if (!then.isEmpty()) {
                        var pace = then.length() == 1 ? 50 : 1;
                        talkers.scheduleWithFixedDelay(() -> say(socket, then), pace, pace, TimeUnit.MILLISECONDS);
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        return server;
    }

    private static void say(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes());
        } catch (IOException hungUp) {
            throw new IllegalStateException(hungUp);
        }
    }

    /** @param text what is said of it where there is no TLS, which ends most of them earlier */
    private record Rude(String first, String then, Duration timeout, String text) {}

    @Test
    void a_server_that_speaks_slowly_or_without_end_or_not_at_all_is_given_up() throws IOException {
        var soon = Duration.ofSeconds(1);
        var late = Duration.ofSeconds(60);
        for (var rude : List.of(
                new Rude("HTTP/1.1 200 OK\r\nX-Slow: ", "x", soon, "within"),
                new Rude("HTTP/1.1 200 OK\r\nX-Long: ", "x".repeat(1_000), late, "line length"),
                new Rude("HTTP/1.1 200 OK\r\n", "X-Many: x\r\n", late, "header count"),
                new Rude("", "HTTP/1.1 100 Continue\r\n\r\n", soon, "within"),
                new Rude("", "", soon, ""))) {
            try (var server = saying(rude.first, rude.then)) {
                var url = "//localhost:" + server.getLocalPort() + "/";
                assertThat(held(partner(within(wire("http:" + url), rude.timeout))))
                        .as(rude.toString())
                        .hasMessageContaining(rude.text);
                assertThat(held(partner(within(wire("https:" + url), rude.timeout))))
                        .as(rude.toString())
                        .isNotNull();
            }
        }
    }

    @Test
    void a_partner_whose_server_hangs_delays_no_other_and_ends_with_the_gateway() throws Exception {
        try (var silent = saying("", "")) {
            var hanging = partner("hanging", wire("http://localhost:" + silent.getLocalPort() + "/"));
            var event = event("h");
            var waiting = CompletableFuture.runAsync(() -> {
                try {
                    webhooks.deliver(hanging, event);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            var partner = partner(wire(receiver.url("localhost")));
            for (int n = 0; n < 20; n++) {
                webhooks.deliver(partner, event("e" + n));
            }
            assertThat(receiver.requests).hasSize(20);
            assertThat(waiting).isNotDone();
            webhooks.close();
            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Held.class);
        }
    }
}
