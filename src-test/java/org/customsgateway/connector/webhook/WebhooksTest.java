package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.WebhookWire;
import org.junit.jupiter.api.Test;

/** Replies posted to a server that means well. */
class WebhooksTest extends WebhookSite {

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
            clock.set(NOON.plusSeconds(seconds));
            webhooks.deliver(partner, event("e"));
        }
        assertThat(receiver.requests)
                .extracting(each -> each.headers().get("webhook-signature").split(" ").length)
                .containsExactly(1, 2, 1);
        clock.set(NOON.plusSeconds(300));
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
}
