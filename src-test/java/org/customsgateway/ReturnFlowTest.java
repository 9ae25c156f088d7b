package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's order comes in with duties and goes back: revenue sees which it was and what was assessed, and the platform reads the link both ways. */
@Tag("wire")
class ReturnFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Revenue pays back only what it knows again: 4 % duty and 20 % VAT of 25.00. */
    private static final String SCRIPT = """
            risk: [ { answer: [ release ] } ]
            revenue:
              - when: { property: "returnTotal=6.20 EUR" }
                answer: [ { say: release, code: REFUND, text: "Paid back." } ]
              - answer: [ { say: tax, duty: 4, vat: 20 } ]
            """;

    @Test
    void what_was_assessed_goes_back_to_revenue_with_the_goods(@TempDir Path folder) throws Exception {
        var certificate = Certificate.in(folder.resolve("tls"));
        var settings = new HashMap<>(Platform.listener(certificate, folder));
        settings.put("gateway.payment", "account");
        try (var customs = new Customs(folder, SCRIPT, settings)) {
            Files.writeString(
                    customs.partners().resolve("shop.yaml"), """
                    name: Shop
                    kind: platform
                    formats: [platform-order-1, platform-return-1]
                    wires: { https: { tokens: [%s] } }
                    """.formatted(Platform.line(Platform.token("shop"))));
            customs.open();
            var shop = new Platform(
                    Platform.client(certificate.store(), null, Certificate.PASSWORD),
                    customs.httpsPort(),
                    Platform.token("shop"),
                    ApiContract.read());
            await().atMost(PATIENCE)
                    .until(() -> shop.gets(Platform.STATUSES, "").statusCode() == 200);

            shop.posts(Order.of("SO-BACK"));
            JsonNode order = awaitItem(shop, "SO-BACK", "RELEASED_DUTIABLE");
            shop.posts(back());
            // without the amount it would be assessed as another import
            JsonNode back = awaitItem(shop, "RMA-1", "RELEASED");

            assertThat(back.path("returnOf").asText())
                    .isEqualTo(order.path("itemId").asText());
            assertThat(item(shop, "SO-BACK").path("returnedBy").path(0).asText())
                    .isEqualTo(back.path("itemId").asText());
            assertThat(customs.seen(BackEnd.REVENUE, "RMA-1")).isEqualTo(1);
        }
    }

    private static String back() {
        return """
                {"returnNo": "RMA-1", "returnedAt": "2026-11-21T09:14:00+00:00",
                 "platform": {"id": "EXAMPLE-MARKET", "name": "Example Market"}, "original": {"orderNo": "SO-BACK"},
                 "currency": "EUR", "reason": "WITHDRAWN",
                 "refund": {"reference": "RF-1", "amount": "29.90"},
                 "consignee": {"name": "Teehaus Beispiel GmbH", "address": {"lines": ["Example Road 9"], "country": "CN"}},
                 "goods": [{"lineNo": "1", "sku": "TEA-GRN-100", "description": "Green tea, loose leaves, 100 g",
                   "quantity": "2", "unit": "C62", "totalPrice": "25.00"}]}
                """;
    }

    private static JsonNode awaitItem(Platform shop, String key, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> item(shop, key),
                        found -> found.path("status").asText().equals(status));
    }

    private static JsonNode item(Platform shop, String key) throws Exception {
        JsonNode found = Platform.json(shop.does(Platform.ITEMS, "/v1/items?key=" + key, BodyPublishers.noBody()))
                .path("items")
                .path(0);
        return found.isMissingNode()
                ? found
                : Platform.json(shop.gets(Platform.ITEM, found.path("itemId").asText()));
    }
}
