package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A carrier that speaks Cargo-IMP, on real wires: houses before loading, referral, amendment, assessment complete. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarrierTelegramFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern STATUS = Pattern.compile("CSN/(\\w\\w)/");
    private static final String MASTER = "057-12345675-";

    private Customs customs;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        customs = new Customs(folder, """
                risk:
                  - when: { function: "9", key: "RFI*" }
                    answer:
                      - { say: rfi, code: RFI-1, text: "State the type of the batteries." }
                  - when: { function: "5" }
                    answer: [ unhold, { say: assessed, after: 500ms } ]
                  - answer: [ assessed ]
                revenue:
                  - answer: [ release ]
                """);
        customs.open();
    }

    @AfterAll
    void close() throws Exception {
        customs.close();
    }

    @Test
    void a_request_for_information_ends_with_the_amended_house() throws Exception {
        try (Carrier carrier = carrier("carrier-fhl", "")) {
            carrier.send(Fhl.with("BATTERIES", "RFI1"));
            awaitTold(carrier, "RFI1", "SR", "7H");

            carrier.send(Fhl.with("LITHIUM UN3481", "RFI1"));

            awaitTold(carrier, "RFI1", "SR", "7H", "SR", "7I", "SF");
            assertThat(carrier.texts().get(1)).contains("PLACI REQUEST FOR INFORMATION HOLD", "RFI-1");
            assertThat(customs.seen(BackEnd.RISK, "RFI1")).isEqualTo(2);
        }
    }

    @Test
    void a_bad_house_is_told_its_reason_while_its_neighbour_lives() throws Exception {
        try (Carrier carrier = carrier("carrier-bad", "")) {
            carrier.send(Fhl.with("COTTON SHIRTS", Fhl.BAD, "GOOD1"));

            awaitTold(carrier, "GOOD1", "SR", "SF");
            assertThat(about(carrier, Fhl.BAD))
                    .singleElement()
                    .satisfies(per -> assertThat(per).startsWith("PER\r\n" + MASTER + Fhl.BAD + "\r\nERR/422/"));
            assertThat(customs.seen(BackEnd.RISK, Fhl.BAD)).isZero();
        }
    }

    @Test
    void a_telegram_that_cannot_be_read_is_told_so() throws Exception {
        try (Carrier carrier = carrier("carrier-torn", "")) {
            carrier.send("FHL/5\r\nMBI/057-1234");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(carrier.texts()).hasSize(1));
            assertThat(carrier.texts().get(0)).startsWith("PER\r\n").contains("ERR/400/");
        }
    }

    @Test
    void where_they_are_agreed_an_acknowledgement_and_a_rejection_are_told_instead() throws Exception {
        try (Carrier carrier = carrier("carrier-ack", "formats: [ cargo-fma, cargo-fna ]")) {
            carrier.send(Fhl.with("COTTON SHIRTS", Fhl.BAD, "ACK1"));

            awaitTold(carrier, "ACK1", "SF");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(carrier.texts()).hasSize(3));
            assertThat(carrier.texts())
                    .anySatisfy(fma -> assertThat(fma).startsWith("FMA\r\nACK/").contains("HBS/ACK1"))
                    .anySatisfy(fna -> assertThat(fna).startsWith("FNA\r\nACK/").contains("HBS/" + Fhl.BAD));
        }
    }

    private Carrier carrier(String id, String reply) throws Exception {
        var carrier = new Carrier(id);
        carrier.register(customs.partners(), "cargo-fhl", reply);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            carrier.connect(customs.brokerPort());
            return true;
        });
        return carrier;
    }

    private static void awaitTold(Carrier carrier, String house, String... codes) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(told(carrier, house)).as("%s", house).containsExactly(codes));
    }

    /** Status codes of the PSN about this house, in the order in which they came. */
    private static List<String> told(Carrier carrier, String house) {
        return about(carrier, house).stream()
                .flatMap(text -> STATUS.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> about(Carrier carrier, String house) {
        return carrier.texts().stream()
                .filter(text -> text.contains(MASTER + house + "\r\n"))
                .toList();
    }
}
