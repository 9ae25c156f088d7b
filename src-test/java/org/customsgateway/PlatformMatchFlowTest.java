package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform, a payment firm and a carrier, each over its own queues: one declaration, and everyone is told of its own document. */
@Tag("wire")
class PlatformMatchFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Test
    void three_firms_send_and_customs_gets_one_declaration(@TempDir Path folder) throws Exception {
        var platform = new Carrier("platform");
        var bank = new Carrier("bank");
        var parcels = new Carrier("parcels");
        try (var customs = new Customs(folder, "risk: [{ answer: [release] }]\nrevenue: [{ answer: [release] }]\n")) {
            platform.register(customs.partners(), "platform-order-1", "");
            bank.register(customs.partners(), "platform-payment-1", "");
            parcels.register(customs.partners(), "platform-logistics-1", "");
            Files.writeString(
                    customs.partners().resolve("platform.yaml"),
                    "match: { legs: [payment, logistics], window: 1h }\n",
                    StandardOpenOption.APPEND);
            customs.open();
            platform.connect(customs.brokerPort());
            bank.connect(customs.brokerPort());
            parcels.connect(customs.brokerPort());
            try (platform;
                    bank;
                    parcels) {
                parcels.send(JSON.writeValueAsString(document("logistics")));
                bank.send(JSON.writeValueAsString(wrong()));
                platform.send(JSON.writeValueAsString(document("order")));
                awaitTold(platform, "RECEIVED PENDING_MATCH");
                bank.send(JSON.writeValueAsString(document("payment")));

                awaitTold(platform, "RECEIVED PENDING_MATCH", "ACCEPTED MATCHED", "RELEASED");
                awaitTold(parcels, "RECEIVED PENDING_MATCH", "ACCEPTED MATCHED");
                assertThat(told(bank)).contains("ACCEPTED MATCHED");
                assertThat(customs.seen(BackEnd.RISK, "SO-2026-000118")).isEqualTo(1);
                assertThat(customs.seen(BackEnd.REVENUE, "SO-2026-000118")).isEqualTo(1);
            }
        }
    }

    /** Of another order: it waits for that one. */
    private static JsonNode wrong() throws IOException {
        return ((ObjectNode) document("payment")).put("orderNo", "SO-OTHER").put("transactionId", "TX-OTHER");
    }

    private static JsonNode document(String leg) throws IOException {
        var text = Files.readString(Path.of("src-test/golden/_shared/match", leg + ".json"));
        return JSON.readTree(text);
    }

    private static void awaitTold(Carrier firm, String... statuses) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(firm)).contains(statuses));
    }

    private static List<String> told(Carrier firm) throws IOException {
        var told = new ArrayList<String>();
        for (String text : firm.texts()) {
            JsonNode data = JSON.readTree(text).get("data");
            told.add(
                    (data.get("status").asText() + " " + data.path("reasonCode").asText("")).strip());
        }
        return told;
    }
}
