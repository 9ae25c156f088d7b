package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.Network;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.SigningKey;
import org.customsgateway.connector.SigningKey.Kind;
import org.customsgateway.connector.WebhookWire;
import org.customsgateway.connector.Wired;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.message.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replies posted to servers of all kinds: good ones, slow ones, and those that mean harm. */
@Tag("wire")
@Timeout(120)
class WebhooksTest {

    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.0/8"));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    static Path shared;

    private static Certificate certificate;

    @TempDir
    Path folder;

    private final Alarms alarms = new Alarms();
    private final List<String> lookedUp = new ArrayList<>();
    private InetAddress[] found;
    private volatile Instant now = NOON;
    private volatile Optional<Address> registered = Optional.empty();
    private final ScheduledExecutorService talkers = Executors.newScheduledThreadPool(8);
    private Receiver receiver;
    private Webhooks webhooks;

    @BeforeAll
    static void certify() throws Exception {
        certificate = Certificate.in(shared);
    }

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.secure(certificate, 0);
        found = new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        webhooks = new Webhooks(partner -> registered, alarms, new Now(), new Names());
    }

    @AfterEach
    void stop() {
        webhooks.close();
        receiver.close();
        talkers.shutdownNow();
    }

    private final class Now extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private final class Names implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            lookedUp.add(host);
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private SigningKey key(String id, Instant from, Instant to) {
        return new SigningKey(id, Kind.HMAC, Secret.reference("env:K", folder, name -> "A".repeat(40)), from, to);
    }

    private WebhookWire wire(String url) {
        return new WebhookWire(
                Optional.ofNullable(url).map(URI::create),
                List.of(key("k", Instant.MIN, Instant.MAX)),
                10,
                LOOPBACK,
                true,
                Optional.of(certificate.trusted()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20));
    }

    private static WebhookWire within(WebhookWire wire, Duration timeout) {
        return new WebhookWire(
                wire.url(),
                wire.keys(),
                wire.batch(),
                wire.allow(),
                wire.plain(),
                wire.trust(),
                Duration.ofSeconds(20),
                timeout);
    }

    private void register(String url) {
        now = now.plusMillis(1);
        registered = Optional.of(new Address(URI.create(url), now));
    }

    private Partner partner(WebhookWire wire) {
        return partner("market", wire);
    }

    private Partner partner(String id, WebhookWire wire) {
        var partner = Wired.webhook(id, wire);
        webhooks.added(partner);
        return partner;
    }

    private Dispatch event(String id) throws IOException {
        return reply(id, "{\"id\":\"" + id + "\"}", Post.EVENT);
    }

    private Dispatch reply(String id, String body, String contentType) throws IOException {
        var bytes = Files.writeString(folder.resolve(id), body);
        return new Dispatch(id, id + ".json", bytes, Origin.NONE, "", contentType);
    }

    private Held held(Partner partner) throws IOException {
        var event = event("e");
        return catchThrowableOfType(Held.class, () -> webhooks.deliver(partner, event));
    }

    @Test
    void an_event_arrives_as_it_is_with_its_id_its_time_and_a_signature() throws IOException {
        var partner = partner(wire(receiver.url("localhost")));
        webhooks.deliver(partner, reply("R1", "{\"name\": \"Zoë\"}", Post.EVENT));

        var request = receiver.requests.get(0);
        assertThat(request.path()).isEqualTo("/customs?of=market");
        assertThat(request.body()).isEqualTo("{\"name\": \"Zoë\"}");
        assertThat(request.id()).isEqualTo("R1");
        assertThat(request.headers())
                .containsEntry("content-type", "application/cloudevents+json")
                .containsEntry("webhook-timestamp", "" + NOON.getEpochSecond())
                .containsEntry("user-agent", "customs-gateway")
                .doesNotContainKeys("accept-encoding", "cookie", "authorization");
        assertThat(request.headers().get("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}=");
    }

    @Test
    void many_go_over_one_connection() throws IOException {
        var partner = partner(wire(receiver.url("localhost")));
        for (int n = 0; n < 50; n++) {
            webhooks.deliver(partner, event("e" + n));
        }
        assertThat(receiver.requests)
                .extracting(Receiver.Request::port)
                .hasSize(50)
                .containsOnly(receiver.requests.get(0).port());
        assertThat(lookedUp).containsExactly("localhost");
    }

    @Test
    void events_go_together_and_the_same_ones_under_the_same_id() throws IOException {
        var partner = partner(wire(receiver.url("localhost")));
        assertThat(webhooks.together(partner)).isEqualTo(10);
        var events = List.of(event("a"), event("b"), event("c"));
        webhooks.deliver(partner, events);
        webhooks.deliver(partner, events);
        webhooks.deliver(partner, events.subList(0, 2));
        assertThat(receiver.bodies())
                .containsExactly(
                        "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]",
                        "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]",
                        "[{\"id\":\"a\"},{\"id\":\"b\"}]");
        assertThat(receiver.requests)
                .extracting(each -> each.headers().get("content-type"))
                .containsOnly("application/cloudevents-batch+json");
        var ids = receiver.requests.stream().map(Receiver.Request::id).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)).matches("batch-[0-9a-f]{32}");
    }

    @Test
    void what_is_no_event_goes_by_itself() throws IOException {
        var partner = partner(wire(receiver.url("localhost")));
        var mixed = List.of(event("a"), reply("b", "<r/>", "application/xml"), reply("c", "UNB", ""));
        assertThatThrownBy(() -> webhooks.deliver(partner, mixed))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("events");
        assertThat(receiver.requests).isEmpty();
        for (Dispatch each : mixed) {
            webhooks.deliver(partner, each);
        }
        assertThat(receiver.requests)
                .extracting(each -> each.headers().get("content-type"))
                .containsExactly("application/cloudevents+json", "application/xml", "application/octet-stream");
    }

    @Test
    void keys_sign_while_they_are_valid() throws IOException {
        var change = NOON.plusSeconds(100);
        var end = NOON.plusSeconds(200);
        var keys = List.of(key("old", Instant.MIN, end), key("new", change, NOON.plusSeconds(300)));
        var wire = wire(receiver.url("localhost"));
        var partner = partner(new WebhookWire(
                wire.url(), keys, 1, wire.allow(), false, wire.trust(), wire.connectTimeout(), wire.timeout()));
        for (int seconds : new int[] {0, 100, 200}) {
            now = NOON.plusSeconds(seconds);
            webhooks.deliver(partner, event("e"));
        }
        assertThat(receiver.requests)
                .extracting(each -> each.headers().get("webhook-signature").split(" ").length)
                .containsExactly(1, 2, 1);
        now = NOON.plusSeconds(300);
        assertThat(held(partner)).hasMessageStartingWith("no key is valid");
        assertThat(receiver.requests).hasSize(3);
    }

    @Test
    void a_server_that_is_down_is_told_once_and_so_is_its_return() throws Exception {
        var port = receiver.port();
        var partner = partner(wire(receiver.url("localhost")));
        webhooks.deliver(partner, event("first"));
        receiver.close();
        assertThat(held(partner).atLeast()).isZero();
        assertThat(held(partner)).hasMessageContaining("no answer");
        receiver = Receiver.secure(certificate, port);
        webhooks.deliver(partner, event("e"));
        webhooks.deliver(partner, event("f"));
        assertThat(alarms.raised).containsExactly("market reachable", "market unreachable", "market reachable");
        assertThat(receiver.requests).extracting(Receiver.Request::id).containsExactly("e", "f");
    }

    @Test
    void a_server_says_no_and_when_to_come_again() throws IOException {
        var partner = partner(wire(receiver.url("localhost")));
        receiver.answers = exchange -> Receiver.answer(exchange, 429, "Retry-After", "7");
        assertThat(held(partner).atLeast()).isEqualTo(Duration.ofSeconds(7));
        receiver.answers = exchange -> Receiver.answer(exchange, 503, "Retry-After", "Sun, 22 Nov 2026 12:02:00 GMT");
        assertThat(held(partner).atLeast()).isEqualTo(Duration.ofMinutes(2));
        receiver.answers = exchange -> Receiver.answer(exchange, 422);
        assertThatThrownBy(() -> webhooks.deliver(partner, event("e"))).isInstanceOf(Declined.class);
        assertThat(alarms.raised)
                .as("it is there, it only does not want this")
                .containsExactly("market unreachable", "market reachable");
        receiver.answers = exchange -> Receiver.answer(exchange, 500);
        assertThatThrownBy(() -> webhooks.deliver(partner, event("e"))).isInstanceOf(Declined.class);
        assertThat(alarms.raised).endsWith("market reachable", "market unreachable");
    }

    @Test
    void an_address_that_is_gone_is_left_alone_until_there_is_another() throws IOException {
        register(receiver.url("localhost"));
        var partner = partner(wire(null));
        receiver.answers = exchange -> Receiver.answer(exchange, 410);
        assertThat(webhooks.takes(partner)).isTrue();
        assertThat(held(partner)).hasMessageContaining("410");
        assertThat(webhooks.takes(partner)).isFalse();
        assertThat(alarms.raised).containsExactly("market gone");

        register(receiver.url("127.0.0.1"));
        assertThat(webhooks.takes(partner)).isTrue();
        held(partner);
        assertThat(webhooks.takes(partner)).isFalse();

        webhooks.changed(partner, partner);
        assertThat(webhooks.takes(partner)).isTrue();
        receiver.answers = exchange -> Receiver.answer(exchange, 200);
        webhooks.deliver(partner, event("e"));
        assertThat(alarms.raised).endsWith("market gone", "market reachable");
    }

    @Test
    void an_address_that_is_registered_again_is_tried_again_whatever_is_still_on_its_way() throws IOException {
        register(receiver.url("localhost"));
        var partner = partner(wire(null));
        receiver.answers = exchange -> Receiver.answer(exchange, 410);
        held(partner);
        assertThat(webhooks.takes(partner)).isFalse();
        // at another node: all that is known of it is in the journal
        register(receiver.url("localhost"));
        assertThat(webhooks.takes(partner)).isTrue();

        receiver.answers = exchange -> {
            register(receiver.url("localhost"));
            Receiver.answer(exchange, 410);
        };
        held(partner);
        assertThat(webhooks.takes(partner)).isTrue();
    }

    @Test
    void a_registered_address_is_judged_as_one_of_the_file_and_comes_after_it() throws IOException {
        var wire = wire(null);
        var strict = new WebhookWire(
                wire.url(), wire.keys(), 1, wire.allow(), false, wire.trust(), wire.connectTimeout(), wire.timeout());
        var partner = partner(strict);
        assertThat(held(partner)).hasMessageContaining("no address");
        register("http://127.0.0.1:" + receiver.port());
        assertThat(held(partner)).hasMessageContaining("must be an address");
        assertThat(receiver.requests).isEmpty();

        webhooks.deliver(partner("other", wire(receiver.url("localhost"))), event("e"));
        assertThat(receiver.requests).hasSize(1);
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
