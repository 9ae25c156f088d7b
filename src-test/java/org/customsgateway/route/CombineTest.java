package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.HandClock;
import org.customsgateway.connector.FormatBook;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Combiner;
import org.customsgateway.journal.Decision;
import org.customsgateway.journal.Standing;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Tax;
import org.junit.jupiter.api.Test;

/** One item's story: what its partner is told after each answer. */
class CombineTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Tax VAT =
            new Tax("VAT", 1, new BigDecimal("100.00"), new BigDecimal("21"), new BigDecimal("21.00"), "EUR");

    private final Combine combine = new Combine(
            StatusTables.read(Path.of("mappings/_shared"), RoutingTableTest.BACK_ENDS),
            RoutingTableTest.BACK_ENDS,
            new Partners(Path.of("none"), FormatBook.of(Map.of()), (partner, wire, what, name, text) -> {}),
            "wait");
    private final HandClock clock = new HandClock(NOON);
    private final Map<String, List<Decision>> decisions = new HashMap<>();
    private StatusCode status = StatusCode.RECEIVED;
    private Set<String> asked = Set.of("risk", "revenue");

    @Test
    void both_release_and_it_is_told_once() {
        assertThat(says("risk", Outcome.ACCEPTED)).contains(StatusCode.ACCEPTED);
        assertThat(says("revenue", Outcome.ACCEPTED)).isEmpty();
        assertThat(says("risk", Outcome.RELEASE)).isEmpty();
        assertThat(says("revenue", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    /** Two answers are taken at the same time: the item waits for one of them, and what comes of that is not the earlier status. */
    @Test
    void a_status_bears_the_time_at_which_it_is_made_and_not_that_at_which_the_answer_was_taken() {
        Combiner combiner = combine.by(clock);
        clock.forward(Duration.ofSeconds(1));
        assertThat(combiner.status(standing(Set.of("risk"), null))
                        .map(entry -> entry.status().at()))
                .contains(NOON.plusSeconds(1));
    }

    @Test
    void an_acceptance_that_comes_late_takes_nothing_back() {
        says("risk", Outcome.RELEASE);
        assertThat(says("revenue", Outcome.RELEASE)).contains(StatusCode.RELEASED);
        assertThat(says("risk", Outcome.ACCEPTED)).isEmpty();
    }

    /** The carrier waits for it before it loads; its duties are another matter. */
    @Test
    void what_risk_says_of_loading_is_told_beside_duties_and_a_silent_revenue() {
        says("risk", Outcome.RFI);
        assertThat(says("revenue", Outcome.PAID)).isEmpty();
        assertThat(says("risk", Outcome.HOLD_REMOVED)).contains(StatusCode.HOLD_REMOVED);
        assertThat(says("revenue", Outcome.TAX_DUE)).contains(StatusCode.TAX_DUE);
        assertThat(says("risk", Outcome.ASSESSED)).contains(StatusCode.ASSESSMENT_COMPLETE);
        assertThat(says("revenue", Outcome.PAID)).contains(StatusCode.PAID);
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED_DUTIABLE);
    }

    @Test
    void what_the_match_has_held_only_risk_lets_go() {
        status = StatusCode.HELD;
        assertThat(says("revenue", Outcome.RELEASE)).isEmpty();
        assertThat(says("risk", Outcome.ACCEPTED)).isEmpty();
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    @Test
    void what_the_other_back_end_says_does_not_repeat_a_rejection() {
        assertThat(says("risk", Outcome.REJECTED)).contains(StatusCode.REJECTED);
        assertThat(says("revenue", Outcome.ACCEPTED)).isEmpty();
        assertThat(says("revenue", Outcome.RELEASE)).isEmpty();
    }

    @Test
    void the_first_of_two_releases_does_not_repeat_the_acceptance() {
        assertThat(says("revenue", Outcome.ACCEPTED)).contains(StatusCode.ACCEPTED);
        assertThat(says("revenue", Outcome.RELEASE)).isEmpty();
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    @Test
    void a_second_request_with_other_words_is_told() {
        assertThat(tells("risk", answer(Outcome.RFI, "which battery?")).map(Status::reasonText))
                .contains("which battery?");
        assertThat(tells("risk", answer(Outcome.RFI, "which battery?"))).isEmpty();
        assertThat(tells("risk", answer(Outcome.RFI, "how many of them?")).map(Status::reasonText))
                .contains("how many of them?");
    }

    @Test
    void a_release_after_duties_means_that_they_are_paid_and_keeps_their_amounts() {
        says("risk", Outcome.RELEASE);
        Answer duties = new Answer(Outcome.DUTIABLE, "", "", List.of(), List.of(VAT), new BigDecimal("21.00"), "EUR");
        assertThat(tells("revenue", duties).map(Status::code)).contains(StatusCode.TAX_DUE);

        Optional<Status> released = tells("revenue", Answer.of(Outcome.RELEASE));

        assertThat(released.map(Status::code)).contains(StatusCode.RELEASED_DUTIABLE);
        assertThat(released.map(Status::taxes)).contains(List.of(VAT));
    }

    @Test
    void a_balance_that_does_not_cover_the_duties_is_told_and_so_is_every_reminder() {
        Answer duties = new Answer(Outcome.DUTIABLE, "", "", List.of(), List.of(VAT), new BigDecimal("21.00"), "EUR");
        Answer rest = new Answer(Outcome.TAX_DUE, "", "", List.of(), List.of(), new BigDecimal("5.00"), "EUR");
        Answer reminder = Answer.of(Outcome.REMINDED);
        says("risk", Outcome.RELEASE);
        assertThat(tells("revenue", duties).map(Status::code)).contains(StatusCode.TAX_DUE);

        Status partly = tells("revenue", rest).orElseThrow();
        assertThat(partly.code()).isEqualTo(StatusCode.TAX_DUE);
        assertThat(partly.taxes()).containsExactly(VAT);
        assertThat(partly.total()).isEqualByComparingTo("5.00");
        assertThat(tells("revenue", rest)).isEmpty();

        assertThat(tells("revenue", reminder).map(Status::total)).contains(new BigDecimal("5.00"));
        assertThat(tells("revenue", reminder).map(Status::code)).contains(StatusCode.TAX_DUE);
        assertThat(says("revenue", Outcome.PAID)).contains(StatusCode.RELEASED_DUTIABLE);
    }

    @Test
    void paid_is_told_while_risk_has_not_released() {
        assertThat(says("revenue", Outcome.DUTIABLE)).contains(StatusCode.TAX_DUE);
        assertThat(says("revenue", Outcome.PAID)).contains(StatusCode.PAID);
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED_DUTIABLE);
    }

    @Test
    void a_later_hold_beats_a_release_and_its_removal_gives_way_again() {
        says("risk", Outcome.RELEASE);
        says("revenue", Outcome.RELEASE);
        assertThat(says("risk", Outcome.HOLD)).contains(StatusCode.HELD);
        assertThat(says("risk", Outcome.HOLD_REMOVED)).contains(StatusCode.HOLD_REMOVED);
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    @Test
    void what_was_withdrawn_stays_so_and_what_was_refused_may_be_released_after_all() {
        status = StatusCode.CANCELLED;
        says("revenue", Outcome.RELEASE);
        assertThat(says("risk", Outcome.RELEASE)).isEmpty();
        assertThat(combine.kept(standing(Set.of(), null))).contains(StatusCode.RELEASED);

        status = StatusCode.REJECTED;
        assertThat(combine.kept(standing(Set.of(), null))).isEmpty();
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED);
        assertThat(combine.reverses(StatusCode.REJECTED, StatusCode.RELEASED)).isTrue();
        assertThat(combine.reverses(StatusCode.RELEASED, StatusCode.CLOSED)).isFalse();
        assertThat(combine.reverses(StatusCode.HELD, StatusCode.RELEASED)).isFalse();
    }

    @Test
    void silence_is_told_and_a_late_answer_still_counts() {
        says("revenue", Outcome.RELEASE);
        var silent = standing(Set.of("risk"), null);
        assertThat(combine.by(clock).status(silent).map(entry -> entry.status().code()))
                .contains(StatusCode.TIMED_OUT);
        status = StatusCode.TIMED_OUT;
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    @Test
    void the_problems_of_several_back_ends_are_told_in_the_order_of_their_names() {
        for (String name : List.of("revenue", "police", "health", "agriculture")) {
            tells(name, faulty(Outcome.ACCEPTED_WITH_WARNINGS, name));
        }

        assertThat(tells("risk", faulty(Outcome.REJECTED, "risk")).orElseThrow().problems())
                .extracting(Problem::rule)
                .containsExactly("agriculture", "health", "police", "revenue", "risk");
    }

    @Test
    void of_several_back_ends_of_a_kind_all_must_let_go() {
        asked = Set.of("risk", "post-security", "revenue");
        says("revenue", Outcome.RELEASE);
        assertThat(says("risk", Outcome.RELEASE)).isEmpty();
        assertThat(says("post-security", Outcome.HOLD)).contains(StatusCode.HELD);
        assertThat(says("post-security", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    @Test
    void nobody_waits_for_a_kind_that_is_not_asked() {
        asked = Set.of("risk");
        assertThat(says("risk", Outcome.RELEASE)).contains(StatusCode.RELEASED);
    }

    @Test
    void duties_alone_release_where_only_revenue_is_asked() {
        asked = Set.of("revenue");
        assertThat(says("revenue", Outcome.DUTIABLE)).contains(StatusCode.TAX_DUE);
        assertThat(says("revenue", Outcome.RELEASE)).contains(StatusCode.RELEASED_DUTIABLE);
    }

    /** Who sees what is for {@link SecretReasonsTest}. */
    private static Answer faulty(Outcome outcome, String rule) {
        var problem = new Problem(rule, Severity.REJECT, Pointer.path("/"), "", "", "text", "");
        return new Answer(outcome, "", rule, List.of(problem), List.of(), null, "");
    }

    private static Answer answer(Outcome outcome, String text) {
        return new Answer(outcome, "", text, List.of(), List.of(), null, "");
    }

    private Optional<StatusCode> says(String backend, Outcome outcome) {
        return tells(backend, Answer.of(outcome)).map(Status::code);
    }

    private Optional<Status> tells(String backend, Answer answer) {
        var decision = new Decision(backend, "ref", "08", answer.toJson(), NOON, NOON);
        decisions.computeIfAbsent(backend, name -> new ArrayList<>()).add(decision);
        Optional<Status> told =
                combine.by(clock).status(standing(Set.of(), decision)).map(entry -> entry.status());
        told.ifPresent(now -> status = now.code());
        return told;
    }

    private Standing standing(Set<String> overdue, Decision news) {
        return new Standing(
                "I-1",
                "I",
                new PartnerId("post"),
                new ItemKey("AA000000005XX", "2026-11-20"),
                status,
                decisions,
                asked,
                overdue,
                news);
    }
}
