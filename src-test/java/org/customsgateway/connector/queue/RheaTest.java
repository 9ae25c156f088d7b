package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.Delivery;
import org.customsgateway.message.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A carrier whose client is not Java: AMQP 1.0 over TLS from JavaScript. */
@Tag("wire")
class RheaTest {

    @TempDir
    Path folder;

    private PartnerBroker site;
    private Rhea rhea;

    @BeforeEach
    void start() throws Exception {
        site = new PartnerBroker(folder, Certificate.in(folder)).start();
        rhea = Rhea.at(site.broker.securePort(), site.certificate.trusted());
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private JsonNode sends(String to, List<Map<String, ?>> messages) throws Exception {
        return rhea.does("carrier", PartnerBroker.PASSWORD, Map.of("to", to, "send", messages));
    }

    private static Map<String, ?> message(String kind, Object body, String id) {
        return Map.of("kind", kind, "body", body, "message_id", id, "application_properties", Map.of("name", id));
    }

    private static List<String> texts(JsonNode array) {
        return array.findValuesAsText("").isEmpty() && array.size() > 0
                ? java.util.stream.StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of();
    }

    @Test
    void text_bytes_and_a_body_in_pieces_arrive_and_the_reply_has_the_messages_own_id() throws Exception {
        var partner = site.partner("carrier", 1_000_000);
        var said = sends(
                "carrier.in",
                List.of(
                        message("text", "<a>é</a>", "m-1"),
                        message("data", "<b/>", "m-2"),
                        message("sections", List.of("<c>", "one, ", "two", "</c>"), "m-3"),
                        message("big", 300_000, "m-4")));
        assertThat(texts(said.get("sent"))).containsExactly("accepted", "accepted", "accepted", "accepted");
        PartnerBroker.await().until(() -> site.received.deliveries.size() == 4);
        assertThat(site.received.names()).containsExactly("m-1", "m-2", "m-3", "m-4");
        assertThat(site.received.bytes.get("m-1")).isEqualTo("<a>é</a>".getBytes(UTF_8));
        assertThat(site.received.bytes.get("m-2")).isEqualTo("<b/>".getBytes(UTF_8));
        assertThat(site.received.bytes.get("m-3")).isEqualTo("<c>one, two</c>".getBytes(UTF_8));
        assertThat(site.received.bytes.get("m-4")).hasSize(300_000);
        for (Delivery delivery : site.received.deliveries) {
            site.reply(partner, "r-" + delivery.name(), "<r/>", delivery.origin(), "");
        }
        var read = rhea.does("carrier", PartnerBroker.PASSWORD, Map.of("from", "carrier.out", "receive", 4));
        assertThat(read.get("received").findValuesAsText("correlation_id")).containsExactly("m-1", "m-2", "m-3", "m-4");
        assertThat(read.get("received").findValuesAsText("body")).containsOnly("<r/>");
        assertThat(read.get("received").findValuesAsText("name")).startsWith("r-m-1");
    }

    @Test
    void what_is_neither_text_nor_bytes_or_too_big_goes_to_quarantine_and_the_next_is_received() throws Exception {
        site.partner("carrier", 200_000);
        var said = sends(
                "carrier.in",
                List.of(
                        message("sequence", List.of("a", "b"), "m-1"),
                        message("map", Map.of("a", "b"), "m-2"),
                        message("number", 42, "m-3"),
                        message("big", 300_000, "m-4"),
                        message("text", "good", "m-5"),
                        message("big", 11 << 20, "m-6"),
                        message("text", "good too", "m-7")));
        assertThat(texts(said.get("sent")))
                .containsExactly("accepted", "accepted", "accepted", "accepted", "accepted", "rejected", "accepted");
        PartnerBroker.await().until(() -> site.received.names().contains("m-7"));
        assertThat(site.received.names()).containsExactly("m-5", "m-7");
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(site.quarantine("carrier.in"))
                .extracting(kept -> kept.properties().get("messageId") + " "
                        + kept.properties().get("reason"))
                .containsExactly(
                        "ID:AMQP_NO_PREFIX:m-1 not-bytes-or-text",
                        "ID:AMQP_NO_PREFIX:m-2 not-bytes-or-text",
                        "ID:AMQP_NO_PREFIX:m-3 not-bytes-or-text",
                        "ID:AMQP_NO_PREFIX:m-4 too-big");
    }

    /** CloudEvents AMQP binding 1.0.2, 3.2: structured content mode. */
    @Test
    void an_event_says_what_it_is() throws Exception {
        var partner = site.partner("carrier", 1_000);
        site.reply(partner, "r-1", "{\"id\":\"1\"}", Origin.NONE, "", "application/cloudevents+json");
        site.reply(partner, "r-2", "<r/>", Origin.NONE, "");
        var read = rhea.does("carrier", PartnerBroker.PASSWORD, Map.of("from", "carrier.out", "receive", 2))
                .get("received");
        assertThat(read.findValuesAsText("content_type")).containsExactly("application/cloudevents+json", "null");
        assertThat(read.findValuesAsText("body")).containsExactly("{\"id\":\"1\"}", "<r/>");
        assertThat(read.findValuesAsText("kind")).containsOnly("data");
    }

    @Test
    void another_partners_queues_and_wrong_passwords_are_refused() throws Exception {
        site.partner("other", 1_000);
        site.partner("carrier", 1_000);
        assertThat(sends("other.in", List.of(message("text", "x", "m-1")))
                        .get("errors")
                        .toString())
                .contains("amqp:unauthorized-access");
        assertThat(rhea.does("carrier", PartnerBroker.PASSWORD, Map.of("from", "other.out", "receive", 1))
                        .get("errors")
                        .toString())
                .contains("amqp:unauthorized-access");
        var relayed = Map.<String, Object>of("kind", "text", "body", "x", "to", "other.in");
        var anonymous = rhea.does("carrier", PartnerBroker.PASSWORD, Map.of("send", List.of(relayed)));
        assertThat(anonymous.toString()).contains("rejected");
        assertThat(rhea.does("carrier", "wrong", Map.of("from", "carrier.out", "receive", 1))
                        .get("errors")
                        .toString())
                .isNotEqualTo("[]");
        assertThat(site.broker.depth("other.in")).isZero();
        assertThat(site.received.deliveries).isEmpty();
    }
}
