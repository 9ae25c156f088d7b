package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.customsgateway.connector.Agreeable;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.FormatBook;
import org.customsgateway.connector.PartnerKind;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Decision;
import org.customsgateway.journal.Standing;
import org.customsgateway.mapping.GoldenInputs;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.Shipped;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.route.VisibleTable.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a risk agency writes for itself is not told to those whom it writes about. */
class SecretReasonsTest {

    private static final String SECRET = "ZEBRA";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** Those for which the shipped table lets partners read what risk says: they are to do something about it. */
    private static final Set<StatusCode> OPEN = EnumSet.of(
            StatusCode.REJECTED, StatusCode.ACCEPTED_WITH_WARNINGS, StatusCode.REFERRED_RFI, StatusCode.REFERRED_RFS);

    /** What a back-end may say. */
    private static final Set<Outcome> SAID = EnumSet.complementOf(EnumSet.of(Outcome.NOT_ASKED));

    private static final Set<Outcome> ASKING =
            EnumSet.of(Outcome.REJECTED, Outcome.ACCEPTED_WITH_WARNINGS, Outcome.RFI, Outcome.RFS);

    @TempDir
    private Path folder;

    private Partners partners;

    @BeforeEach
    void open() throws IOException {
        Path files = Files.createDirectories(folder.resolve("partners"));
        for (PartnerKind kind : PartnerKind.values()) {
            String name = name(kind);
            Files.writeString(
                    files.resolve(name + ".yaml"),
                    "name: One\nkind: %s\nformats: [parcels]\nwires: { queue: {} }\ndecisions: { payment: %s }\n"
                            .formatted(name, kind == PartnerKind.POST ? "wait" : "account"));
        }
        partners = new Partners(
                files,
                FormatBook.of(Map.of(new FormatId("parcels"), new Agreeable(Set.of(), Set.of()))),
                (partner, wire, what, name, text) -> {});
        partners.start();
    }

    @AfterEach
    void close() {
        partners.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_status_has_them_whatever_the_other_back_end_says(PartnerKind kind) {
        Combine combine = combine("wait", StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS));
        for (Outcome risk : SAID) {
            for (Outcome revenue : SAID) {
                Status told = told(combine, kind, risk, revenue);
                if (!OPEN.contains(told.code()) || !ASKING.contains(risk)) {
                    assertThat(told.toString())
                            .as("risk %s, revenue %s", risk, revenue)
                            .doesNotContain(SECRET);
                }
            }
        }
    }

    @Test
    void no_reply_format_has_them() throws IOException {
        Combine combine = combine("wait", StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS));
        Map<StatusCode, Status> statuses = new HashMap<>();
        for (Outcome risk : SAID) {
            Status told = told(combine, PartnerKind.EXPRESS, risk, Outcome.RELEASE);
            if (!OPEN.contains(told.code())) {
                statuses.put(told.code(), told);
            }
        }
        Set<String> formats = new TreeSet<>();
        for (Path file : replies()) {
            Mapping format =
                    Shipped.mapping(file.getParent().getParent().getFileName().toString());
            ReplyContent reply = GoldenInputs.reply(file, format);
            Status told = reply.items().size() == 1
                    ? statuses.get(reply.items().get(0).status().code())
                    : null;
            if (told != null) {
                formats.add(format.id().value());
                assertThat(new String(format.reply(with(reply, told)), StandardCharsets.UTF_8))
                        .as("%s", file)
                        .doesNotContainIgnoringCase(SECRET);
            }
        }
        assertThat(formats)
                .contains("upu-cusrsp", "upu-cds", "un-cusres-d96b", "un-aperak-d01b", "cargo-psn", "cargo-xcsn-1")
                .contains("cn-ceb-622", "platform-status-1");
    }

    @Test
    void what_is_asked_for_is_told_in_words() {
        Combine combine = combine("wait", StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS));

        Status asked = told(combine, PartnerKind.POST, Outcome.RFI, Outcome.ACCEPTED);

        assertThat(asked.reasonText()).isEqualTo(SECRET);
        assertThat(asked.problems()).extracting(Problem::text).contains(SECRET);
    }

    @Test
    void a_row_may_let_one_kind_of_partner_see_the_code_alone() throws IOException {
        Path tables = Files.createDirectories(folder.resolve("tables"));
        for (String table : List.of("combination.csv", "hardness.csv", "late.csv")) {
            Files.copy(Path.of("mappings/_shared", table), tables.resolve(table));
        }
        Files.writeString(
                tables.resolve("visible.csv"), "backend,partnerKind,status,visible\nrisk,express,HELD,code\n");
        Combine combine = combine("wait", StatusTables.read(tables, Books.BACK_ENDS));

        Status express = told(combine, PartnerKind.EXPRESS, Outcome.HOLD, Outcome.ACCEPTED);
        assertThat(express.reasonCode()).isEqualTo("K-" + SECRET);
        assertThat(express.reasonText()).isEmpty();
        assertThat(express.problems()).extracting(Problem::rule).containsExactly("risk:" + SECRET);
        assertThat(express.problems()).extracting(Problem::text).noneMatch(text -> text.contains(SECRET));
        assertThat(told(combine, PartnerKind.POST, Outcome.HOLD, Outcome.ACCEPTED)
                        .toString())
                .doesNotContain(SECRET);
    }

    /** As in the table of decisions, a row is for a kind or for one back-end of it. */
    @Test
    void a_row_may_be_for_one_back_end() throws IOException {
        String row = "backend,partnerKind,status,visible\npost-security,*,HELD,text\n";
        var table =
                VisibleTable.read(Files.writeString(folder.resolve("visible.csv"), row), RoutingTableTest.BACK_ENDS);

        assertThat(table.part("post-security", BackEndKind.RISK, "post", StatusCode.HELD))
                .isEqualTo(Part.TEXT);
        assertThat(table.part("risk", BackEndKind.RISK, "post", StatusCode.HELD))
                .isEqualTo(Part.NONE);
    }

    @Test
    void the_same_status_is_not_told_again_for_words_that_nobody_sees() {
        Combine combine = combine("wait", StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS));
        Decision first = decision("risk", "1", secret(Outcome.HOLD));
        Decision second = decision("risk", "2", answer(Outcome.HOLD, "K", "other words"));
        var standing = standing(PartnerKind.POST, StatusCode.HELD, Map.of("risk", List.of(first, second)), second);

        assertThat(combine.by(Clock.fixed(NOON, ZoneOffset.UTC)).status(standing))
                .isEmpty();
    }

    @Test
    void duties_wait_or_go_on_account_as_the_partner_file_says() {
        Combine combine = combine("account", StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS));

        assertThat(told(combine, PartnerKind.POST, Outcome.RELEASE, Outcome.DUTIABLE)
                        .code())
                .isEqualTo(StatusCode.TAX_DUE);
        assertThat(told(combine, PartnerKind.EXPRESS, Outcome.RELEASE, Outcome.DUTIABLE)
                        .code())
                .isEqualTo(StatusCode.RELEASED_DUTIABLE);
    }

    private Combine combine(String payment, StatusTables tables) {
        return new Combine(tables, Books.BACK_ENDS, partners, payment);
    }

    private static Status told(Combine combine, PartnerKind kind, Outcome risk, Outcome revenue) {
        Decision fromRisk = decision("risk", "1", secret(risk));
        Decision fromRevenue = decision("revenue", "2", Answer.of(revenue));
        var decisions = Map.of("risk", List.of(fromRisk), "revenue", List.of(fromRevenue));
        return combine.by(Clock.fixed(NOON, ZoneOffset.UTC))
                .status(standing(kind, null, decisions, fromRisk))
                .orElseThrow()
                .status();
    }

    private static Answer secret(Outcome outcome) {
        return answer(outcome, "K-" + SECRET, SECRET);
    }

    private static Answer answer(Outcome outcome, String code, String text) {
        var fault = new Problem("risk:" + SECRET, Severity.REJECT, Pointer.path("/"), "", "", text, "");
        return new Answer(outcome, code, text, List.of(fault), List.of(), null, "");
    }

    private static Decision decision(String backend, String ref, Answer answer) {
        return new Decision(backend, ref, "11", answer.toJson(), NOON, NOON);
    }

    private static Standing standing(
            PartnerKind kind, StatusCode status, Map<String, List<Decision>> decisions, Decision news) {
        return new Standing(
                "I-1",
                "I",
                new PartnerId(name(kind)),
                new ItemKey("AA000000005XX", "2026-11-20"),
                status,
                decisions,
                Set.of("risk", "revenue"),
                Set.of(),
                news);
    }

    private static String name(PartnerKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ReplyContent with(ReplyContent reply, Status told) {
        ItemStatus item = reply.items().get(0);
        return new ReplyContent(
                reply.replyId(),
                reply.controlNumber(),
                reply.partner(),
                reply.interchangeId(),
                reply.interchangeReference(),
                reply.interchangeName(),
                reply.facts(),
                reply.profile(),
                reply.preparedAt(),
                reply.refused(),
                reply.problems(),
                List.of(new ItemStatus(item.itemId(), item.key(), item.sequence(), item.facts(), told)));
    }

    private static List<Path> replies() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src-test/golden"), 3)) {
            return files.filter(file -> file.endsWith("reply.yaml")).sorted().toList();
        }
    }
}
