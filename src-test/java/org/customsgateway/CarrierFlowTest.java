package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.connector.queue.Client;
import org.customsgateway.console.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way over queues: an interchange in one message, its reply in another that names it, over TLS. */
@Tag("wire")
class CarrierFlowTest {

    @TempDir
    Path data;

    private Settings settings(Map<String, String> more) throws Exception {
        var values = new java.util.HashMap<>(more);
        values.put(
                "gateway.partners",
                Files.createDirectories(data.resolve("partners")).toString());
        values.put("gateway.sftp.port", "-1");
        values.put("gateway.metrics.port", "-1");
        return new Settings(Path.of("").toAbsolutePath(), data.resolve("data"), values);
    }

    @ParameterizedTest
    @EnumSource
    void a_carrier_gets_the_reply_to_its_message_and_again_when_it_sends_the_same_again(Client client)
            throws Exception {
        var certificate = Certificate.in(data.resolve("tls"));
        var settings = settings(Map.of(
                "gateway.broker.port", "-1",
                "gateway.broker.tls.port", "0",
                "gateway.broker.tls.host", "127.0.0.1",
                "gateway.broker.tls.store", certificate.store().toString(),
                "gateway.broker.tls.password",
                        "file:" + Files.writeString(data.resolve("password"), Certificate.PASSWORD)));
        Files.writeString(data.resolve("partners/sesame"), "sesame");
        Files.writeString(data.resolve("partners/carrier-xc.yaml"), """
                name: Example Express
                kind: express
                formats: [ upu-itmatt ]
                reply: { batch: { wait: 100ms } }
                wires: { queue: { password: "file:sesame", correlation: message-id } }
                """);
        try (var gateway = new Gateway().start(settings);
                var connection = client.connect(gateway.secureBrokerPort(), certificate, "carrier-xc", "sesame")) {
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var producer = session.createProducer(session.createQueue("partner.carrier-xc.in"));
            var consumer = session.createConsumer(session.createQueue("partner.carrier-xc.out"));
            String name = null;
            for (int i = 0; i < 2; i++) {
                var message = session.createTextMessage(Itmatt.with(Itmatt.BAD));
                producer.send(message);
                var reply = consumer.receive(30_000);
                assertThat(reply).isNotNull();
                assertThat(reply.getJMSCorrelationID()).isEqualTo(message.getJMSMessageID());
                assertThat(new String(reply.getBody(byte[].class))).contains("REJ");
                name = name == null ? reply.getStringProperty("name") : name;
                assertThat(reply.getStringProperty("name")).isEqualTo(name);
            }
        }
    }

    @Test
    void without_tls_only_this_machine_is_served_unless_it_is_allowed() throws Exception {
        var settings = settings(Map.of("gateway.broker.port", "0", "gateway.broker.host", "0.0.0.0"));
        assertThatThrownBy(() -> new Gateway().start(settings)).hasMessageContaining("gateway.broker.plain=anywhere");
    }
}
