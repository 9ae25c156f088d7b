package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pre-loading round of a carrier on real wires: house, acknowledgement, referral, amended house, assessment complete. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AMENDED = "Lithium batteries UN3481, 12 Wh, packed with equipment";

    private Customs customs;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        customs = new Customs(folder, """
                risk:
                  - when: { function: "1", key: "LATE*" }
                    answer:
                      - { say: rejected, code: R-LATE, text: "Loaded already.", pointer: "42A" }
                  - when: { function: "1" }
                    answer: [cancelled]
                  - when: { function: "9", key: "RFI*" }
                    answer:
                      - { say: rfi, code: RFI-1, text: "State the type of the batteries." }
                  - when: { function: "9", key: "RFS*" }
                    answer:
                      - { say: rfs, code: RFS-1, text: "Screen before loading." }
                  - when: { function: "9", key: "DNL*" }
                    answer:
                      - { say: dnl, code: DNL-1, text: "Do not load." }
                  - when: { function: "5", key: "DNL*" }
                    answer: [unhold]
                  - when: { key: "LATE*" }
                    answer:
                      - { say: release, after: 4s }
                  - when: { function: "9", key: "SLOW*" }
                    answer:
                      - { say: rfi, after: 4s, code: RFI-9, text: "Too late to matter." }
                  - when: { key: "MARK*" }
                    answer:
                      - { say: assessed, after: 5s }
                  - answer: [assessed]
                revenue:
                  - when: { function: "1", key: "LATE*" }
                    answer: [accepted]
                  - when: { function: "1" }
                    answer: [cancelled]
                  - answer: [release]
                """);
        customs.open();
    }

    @AfterAll
    void close() throws Exception {
        customs.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RFI0000001, RI, REQUEST FOR INFORMATION HOLD: RFI-1",
        "RFS0000001, RS, REQUEST FOR SCREENING HOLD: RFS-1",
        "DNL0000001, CD, DO NOT LOAD HOLD REMOVED"
    })
    void a_hold_ends_with_the_amended_house(String number, String hold, String words) throws Exception {
        House house = House.of(number, "Batteries");
        try (Post carrier = held("carrier-" + hold.toLowerCase(Locale.ROOT), house, hold)) {
            carrier.drop("2.xml", house.amended(AMENDED).xml(2));

            awaitTold(carrier, "Processed", hold, "Processed", "CO");
            assertThat(String.join("", carrier.replies())).contains(words);
            assertThat(customs.seen(BackEnd.RISK, number)).as("declarations").isEqualTo(2);
        }
    }

    @Test
    void the_same_house_under_a_new_header_is_known_already() throws Exception {
        House house = House.of("RFI0000002", "Batteries");
        try (Post carrier = held("carrier-again", house, "RI")) {
            carrier.drop("2.xml", house.xml(2));

            awaitTold(carrier, "Processed", "RI", "Processed");
            assertThat(String.join("", carrier.replies())).contains("which is REFERRED_RFI");
            assertThat(customs.seen(BackEnd.RISK, "RFI0000002"))
                    .as("declarations")
                    .isEqualTo(1);
        }
    }

    @Test
    void a_deleted_house_is_withdrawn_and_may_come_again() throws Exception {
        House house = House.of("RFI0000003", "Batteries");
        try (Post carrier = held("carrier-delete", house, "RI")) {
            carrier.drop("2.xml", house.deleted().xml(2));
            awaitTold(carrier, "Processed", "RI", "Processed", "Processed");
            assertThat(inOrder(carrier).get(3)).contains("the declaration is cancelled");

            carrier.drop("3.xml", house.deleted().xml(3));
            awaitTold(carrier, "Processed", "RI", "Processed", "Processed", "Rejected");

            carrier.drop("4.xml", house.xml(4));
            awaitTold(carrier, "Processed", "RI", "Processed", "Processed", "Rejected", "Processed", "RI");
        }
    }

    @Test
    void a_deletion_that_comes_too_late_leaves_the_house_as_it_was() throws Exception {
        try (Post carrier = carrier("carrier-late")) {
            House house = House.of("LATE000001", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            carrier.drop("2.xml", house.deleted().xml(2));

            awaitTold(carrier, "Processed", "Processed", "Rejected", "CO");
            assertThat(inOrder(carrier).get(2)).contains("Loaded already.");
        }
    }

    @Test
    void what_is_said_of_a_house_that_was_amended_meanwhile_is_not_told() throws Exception {
        try (Post carrier = carrier("carrier-slow")) {
            House house = House.of("SLOW000001", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            carrier.drop("2.xml", house.amended(AMENDED).xml(2));
            awaitTold(carrier, "Processed", "Processed", "CO");

            // another house is answered after the late word about the first one
            carrier.drop("3.xml", House.of("MARK000001", "Batteries").xml(3));
            awaitTold(carrier, "Processed", "Processed", "CO", "Processed", "CO");
        }
    }

    @Test
    void what_is_wrong_with_a_house_is_told_by_its_reason_code() throws Exception {
        try (Post carrier = carrier("carrier-wrong")) {
            carrier.drop(
                    "1.xml",
                    House.of("BAD0000001", "Batteries").xml(1).replace("<ram:Name>Example Consignee</ram:Name>", ""));

            awaitTold(carrier, "Rejected");
            assertThat(inOrder(carrier).get(0)).containsOnlyOnce("<ram:Reason>MISSING_CNE_NAME</ram:Reason>");
        }
    }

    /** A carrier whose house is held. */
    private Post held(String id, House house, String hold) throws Exception {
        Post carrier = carrier(id);
        carrier.drop("1.xml", house.xml(1));
        awaitTold(carrier, "Processed", hold);
        return carrier;
    }

    private Post carrier(String id) throws Exception {
        var carrier = new Post(id);
        carrier.register(customs.partners(), "express", "cargo-xfzb-3", "");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            carrier.connect(customs.sftpPort());
            return true;
        });
        return carrier;
    }

    private static void awaitTold(Post carrier, String... statuses) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(told(carrier)).containsExactly(statuses));
    }

    private static final Pattern STATUS = Pattern.compile("<ram:StatusCode>([^<]*)<");
    private static final Pattern AT = Pattern.compile("<ram:IssueDateTime>([^<]*)<");

    private static List<String> told(Post carrier) throws IOException {
        return inOrder(carrier).stream()
                .map(reply -> STATUS.matcher(reply)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .toList();
    }

    private static List<String> inOrder(Post carrier) throws IOException {
        return carrier.replies().stream()
                .sorted(Comparator.comparing((String reply) -> AT.matcher(reply)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1))
                        .thenComparing(reply -> reply.contains("CustomsStatusNotification")))
                .toList();
    }
}
