package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.customsgateway.console.RunningGateway;
import org.customsgateway.console.Settings;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.Simulators;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pre-loading round of a carrier on real wires: house, acknowledgement, referral, amended house, assessment complete. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AMENDED = "Lithium batteries UN3481, 12 Wh, packed with equipment";

    private Path partners;
    private Path ledgerFile;
    private RunningGateway gateway;
    private Ledger ledger;
    private Simulators simulators;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        partners = Files.createDirectories(data.resolve("partners"));
        ledgerFile = data.resolve("ledger.tsv");
        gateway = new Gateway()
                .start(new Settings(
                        Path.of("").toAbsolutePath(),
                        data.resolve("data"),
                        Map.of(
                                "gateway.partners",
                                partners.toString(),
                                "gateway.broker.port",
                                "0",
                                "gateway.sftp.port",
                                "0")));
        ledger = Ledger.to(ledgerFile);
        Script script = Script.read(Files.writeString(data.resolve("script.yaml"), """
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
                """));
        simulators = Simulators.start(
                Map.of(BackEnd.RISK, login(data, "risk"), BackEnd.REVENUE, login(data, "revenue")),
                script,
                Delay.NONE,
                ledger,
                Clock.systemUTC());
    }

    private Broker login(Path data, String backEnd) throws IOException {
        Path password = data.resolve("data/secrets/" + backEnd + ".password");
        return new Broker(gateway.brokerUrl(), backEnd, Files.readString(password));
    }

    @AfterAll
    void stop() throws Exception {
        simulators.close();
        ledger.close();
        gateway.close();
    }

    @Test
    void a_request_for_information_ends_with_the_amended_house() throws Exception {
        try (Post carrier = carrier("carrier-rfi")) {
            House house = House.of("RFI0000001", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            awaitTold(carrier, "Processed", "RI");

            carrier.drop("2.xml", house.amended(AMENDED).xml(2));

            awaitTold(carrier, "Processed", "RI", "Processed", "CO");
            assertThat(inOrder(carrier).get(1)).contains("REQUEST FOR INFORMATION HOLD: RFI-1");
            assertThat(risk("RFI0000001")).as("declarations").isEqualTo(2);
        }
    }

    @Test
    void a_request_for_screening_ends_with_the_amended_house() throws Exception {
        try (Post carrier = carrier("carrier-rfs")) {
            House house = House.of("RFS0000001", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            awaitTold(carrier, "Processed", "RS");

            carrier.drop("2.xml", house.amended(AMENDED).xml(2));

            awaitTold(carrier, "Processed", "RS", "Processed", "CO");
        }
    }

    @Test
    void a_removed_hold_says_which_hold_it_was() throws Exception {
        try (Post carrier = carrier("carrier-dnl")) {
            House house = House.of("DNL0000001", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            awaitTold(carrier, "Processed", "CD");

            carrier.drop("2.xml", house.amended(AMENDED).xml(2));

            awaitTold(carrier, "Processed", "CD", "Processed", "CO");
            assertThat(String.join("", carrier.replies())).contains("DO NOT LOAD HOLD REMOVED");
        }
    }

    @Test
    void the_same_house_under_a_new_header_is_known_already() throws Exception {
        try (Post carrier = carrier("carrier-again")) {
            House house = House.of("RFI0000002", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            awaitTold(carrier, "Processed", "RI");

            carrier.drop("2.xml", house.xml(2));

            awaitTold(carrier, "Processed", "RI", "Processed");
            assertThat(String.join("", carrier.replies())).contains("which is REFERRED_RFI");
            assertThat(risk("RFI0000002")).as("declarations").isEqualTo(1);
        }
    }

    @Test
    void a_deleted_house_is_withdrawn_and_may_come_again() throws Exception {
        try (Post carrier = carrier("carrier-delete")) {
            House house = House.of("RFI0000003", "Batteries");
            carrier.drop("1.xml", house.xml(1));
            awaitTold(carrier, "Processed", "RI");

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

    private Post carrier(String id) throws Exception {
        var carrier = new Post(id);
        carrier.register(partners, "express", "cargo-xfzb-3", "");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            carrier.connect(gateway.sftpPort());
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

    /** How many declarations of this house risk has seen. */
    private int risk(String house) throws IOException {
        return Ledger.byItemKey(ledgerFile, BackEnd.RISK).get(house).size();
    }
}
