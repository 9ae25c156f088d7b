package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A carrier that speaks EDIFACT, on real wires: the report on its interchange, then the responses to its houses. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarrierEdifactFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SEGMENT = Pattern.compile("(?:[^'?]|\\?.)+");
    private static final String SCRIPT = """
            risk:
              - answer: [ accepted, { say: release, after: 500ms } ]
            revenue:
              - answer: [ release ]
            """;

    private Customs customs;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        customs = new Customs(folder, SCRIPT);
        customs.open();
    }

    @AfterAll
    void close() throws Exception {
        customs.close();
    }

    @Test
    void the_report_comes_first_then_what_becomes_of_each_house() throws Exception {
        try (Carrier carrier = carrier(customs, "carrier-two", "un-cuscar-d95b", "")) {
            String sent = carrier.send(new Cuscar("TWO1", "1")
                    .message("TWOA", "TWOB")
                    .miscounted("TWOC")
                    .text());

            awaitStatus(carrier, "TWOA", "REL");
            awaitStatus(carrier, "TWOB", "REL");
            awaitStatus(carrier, "TWOC", "REJ");
            assertThat(carrier.replies()).extracting(Carrier.Reply::to).containsOnly(sent);
            assertThat(segments(carrier.texts().get(0)))
                    .as("the report")
                    .containsSubsequence("UCI+TWO1+CARRIER:ZZ+CUSTOMS:ZZ+7", "UCM+2+CUSCAR:D:95B:UN+4+29+UNT+2");
            assertThat(reports(carrier)).hasSize(1);
            assertThat(statuses(carrier, "TWOA"))
                    .startsWith("RCV")
                    .endsWith("REL")
                    .doesNotContain("REJ");
            assertThat(statuses(carrier, "TWOC")).containsExactly("REJ");
            assertThat(customs.seen(BackEnd.RISK, "TWOA")).isOne();
            assertThat(customs.seen(BackEnd.RISK, "TWOC")).isZero();
        }
    }

    @Test
    void what_cannot_be_read_at_all_is_refused_by_the_report() throws Exception {
        try (Carrier carrier = carrier(customs, "carrier-cut", "un-cuscar-d95b", "")) {
            String whole = new Cuscar("CUT1", "").message("CUTA").text();

            carrier.send(whole.substring(0, whole.indexOf("UNZ+")));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(carrier.texts()).hasSize(1));
            assertThat(segments(carrier.texts().get(0)))
                    .anyMatch(segment -> segment.startsWith("UCI+CUT1+CARRIER:ZZ+CUSTOMS:ZZ+4+"));
            assertThat(customs.seen(BackEnd.RISK, "CUTA")).isZero();
        }
    }

    @Test
    void nothing_is_reported_where_nobody_asked_for_it() throws Exception {
        try (Carrier carrier = carrier(customs, "carrier-quiet", "un-cuscar-d95b", "acknowledge: requested")) {
            carrier.send(new Cuscar("QUI1", "").message("QUIA").text());

            awaitStatus(carrier, "QUIA", "REL");
            assertThat(reports(carrier)).isEmpty();
        }
    }

    @Test
    void control_numbers_go_on_without_a_gap_after_a_restart(@TempDir Path folder) throws Exception {
        try (Customs restarted = new Customs(folder, SCRIPT)) {
            restarted.open();
            int before;
            try (Carrier carrier = carrier(restarted, "carrier-again", "un-cuscar-d95b", "")) {
                carrier.send(new Cuscar("AGA1", "1").message("AGAA").text());
                awaitStatus(carrier, "AGAA", "REL");
                before = responses(carrier).size();
                assertThat(controlNumbers(carrier, "RS96")).containsExactly(upTo(1, before));
                assertThat(controlNumbers(carrier, "CTL3")).containsExactly(1);
            }
            restarted.close();
            restarted.open();
            try (Carrier carrier = new Carrier("carrier-again")) {
                connect(carrier, restarted);
                carrier.send(new Cuscar("AGA2", "1").message("AGAB").text());
                awaitStatus(carrier, "AGAB", "REL");
                assertThat(controlNumbers(carrier, "RS96"))
                        .containsExactly(
                                upTo(before + 1, before + responses(carrier).size()));
                assertThat(controlNumbers(carrier, "CTL3")).containsExactly(2);
            }
        }
    }

    @Test
    void a_declaration_over_sftp_is_answered_in_the_agreed_formats() throws Exception {
        try (Post carrier = new Post("carrier-express")) {
            carrier.register(
                    customs.partners(),
                    "express",
                    "un-cusexp-d01b",
                    "formats: [ un-contrl-4-1 ]\nacknowledge: always",
                    "");
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                carrier.connect(customs.sftpPort());
                return true;
            });

            carrier.drop("1.edi", CUSEXP);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(String.join("", carrier.replies()))
                            .contains("FTX+AHN++REL")
                            .contains("CONTRL:4:1:UN"));
            assertThat(carrier.replies())
                    .filteredOn(reply -> reply.contains("CONTRL:"))
                    .singleElement()
                    .satisfies(report -> assertThat(segments(report))
                            .anyMatch(segment -> segment.startsWith("UCI+EXP1+CARRIER:ZZ+CUSTOMS:ZZ+7")));
            assertThat(customs.seen(BackEnd.REVENUE, "EXPA")).isOne();
        }
    }

    private static final String CUSEXP = """
            UNB+UNOC:3+CARRIER:ZZ+CUSTOMS:ZZ+261120:0915+EXP1'
            UNH+1+CUSEXP:D:01B:UN'
            BGM+931+EXP-1+9'
            DTM+137:20261120:102'
            NAD+MS+CARRIER01:172:ZZZ'
            TDT+20+FX0123+4++FX:172:3:Fast Air+++:::FX0123:US'
            LOC+60+NLAMS:139:6'
            RFF+MWB:023-12345675'
            CNI+1+EXPA'
            CNT+8:1'
            MEA+WT+G+KGM:0.8'
            LOC+9+USMEM:139:6:Memphis'
            NAD+CZ+++Sender Trading Inc+100 Main Street+Memphis+:::Tennessee+38101+US'
            NAD+CN+++J. Doe+Damrak 1+Amsterdam++1012LG+NL'
            GDS+2'
            FTX+AAA+++Cotton shirts, knitted, for men'
            PAC+1++CT'
            PCI+28+SHIRTS'
            TOD+3++DAP'
            MOA+43:120.50:USD'
            MOA+64:15:USD'
            DOC+380+INV-77'
            CST+1+610510'
            FTX+AAA+++Cotton shirts, knitted, for men'
            LOC+27+US'
            MEA+WT+G+KGM:0.8'
            TAX+7+CUD'
            MOA+55:14.46:USD'
            UNT+28+1'
            UNZ+1+EXP1'
            """;

    private static Carrier carrier(Customs customs, String id, String formats, String reply) throws Exception {
        var carrier = new Carrier(id);
        carrier.register(customs.partners(), formats, reply);
        connect(carrier, customs);
        return carrier;
    }

    private static void connect(Carrier carrier, Customs customs) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            carrier.connect(customs.brokerPort());
            return true;
        });
    }

    private static void awaitStatus(Carrier carrier, String house, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(statuses(carrier, house)).as("%s", house).contains(status));
    }

    private static List<String> reports(Carrier carrier) {
        return carrier.texts().stream()
                .filter(text -> text.contains("+CONTRL:"))
                .toList();
    }

    private static List<String> responses(Carrier carrier) {
        return carrier.texts().stream()
                .filter(text -> text.contains("+CUSRES:"))
                .toList();
    }

    /** What the responses say of a house, in the order in which they came: the code of each FTX+AAI that follows its DOC. */
    private static List<String> statuses(Carrier carrier, String house) {
        var codes = new ArrayList<String>();
        for (String response : responses(carrier)) {
            boolean ours = false;
            for (String segment : segments(response)) {
                ours = segment.startsWith("DOC+") ? segment.endsWith("+" + house) : ours;
                if (ours && segment.startsWith("FTX+AAI++")) {
                    codes.add(segment.split("\\+", -1)[3]);
                }
            }
        }
        return codes;
    }

    private static List<String> segments(String interchange) {
        return SEGMENT.matcher(interchange)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }

    /** UNB 0020 of the replies of this kind, without its prefix, in the order in which they came. */
    private static List<Integer> controlNumbers(Carrier carrier, String prefix) {
        return carrier.texts().stream()
                .map(text -> segments(text).stream()
                        .filter(segment -> segment.startsWith("UNB+"))
                        .findFirst()
                        .orElseThrow()
                        .split("\\+", -1)[5])
                .filter(number -> number.startsWith(prefix))
                .map(number -> Integer.valueOf(number.substring(prefix.length())))
                .toList();
    }

    private static Integer[] upTo(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toArray(Integer[]::new);
    }
}
