package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declarant, a payment firm and a logistics firm in China, each over its own queues: one declaration, and everyone has the receipts of its own document. */
@Tag("wire")
class CebMatchFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern STATUS = Pattern.compile("<returnStatus>(-?\\d+)</returnStatus>");

    @Test
    void a_list_waits_for_payment_and_waybill_and_is_released_with_them(@TempDir Path folder) throws Exception {
        var declarant = new Carrier("declarant");
        var bank = new Carrier("bank");
        var parcels = new Carrier("parcels");
        try (var customs = new Customs(folder, "risk: [{ answer: [release] }]\nrevenue: [{ answer: [release] }]\n")) {
            declarant.register(customs.partners(), "cn-ceb-621", "");
            bank.register(customs.partners(), "cn-ceb-411", "");
            parcels.register(customs.partners(), "cn-ceb-511", "");
            Files.writeString(
                    customs.partners().resolve("declarant.yaml"),
                    "match: { legs: [payment, logistics], window: 1h }\n",
                    StandardOpenOption.APPEND);
            customs.open();
            declarant.connect(customs.brokerPort());
            bank.connect(customs.brokerPort());
            parcels.connect(customs.brokerPort());
            try (declarant;
                    bank;
                    parcels) {
                parcels.send(golden("cn-ceb-511/maps-a-parcel-for-the-match"));
                declarant.send(golden("cn-ceb-621/declares-a-list-with-everything-in-it"));
                awaitTold(declarant, "2");
                bank.send(golden("cn-ceb-411/maps-a-payment-for-the-match"));

                awaitTold(declarant, "2", "120", "800");
                awaitTold(bank, "2", "120");
                awaitTold(parcels, "2", "120");
                assertThat(customs.seen(BackEnd.RISK, "ORDER-2026-000001")).isEqualTo(1);
                assertThat(customs.seen(BackEnd.REVENUE, "ORDER-2026-000001")).isEqualTo(1);
            }
        }
    }

    private static String golden(String example) throws Exception {
        return Files.readString(Path.of("src-test/golden", example, "input.xml"));
    }

    private static void awaitTold(Carrier firm, String... statuses) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(firm)).contains(statuses));
    }

    private static List<String> told(Carrier firm) throws Exception {
        return firm.texts().stream()
                .flatMap(receipt -> STATUS.matcher(receipt).results())
                .map(match -> match.group(1))
                .toList();
    }
}
