package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.journal.Sample.OTHER;
import static org.customsgateway.journal.Sample.SWIFT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal keeps of AS2 messages. */
interface As2Contract {

    Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    RawBytes PROOF = new RawBytes("ab".repeat(32), 17);

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    private static void put(Journal journal, As2Message message) {
        journal.as2().put(message, null);
    }

    private static As2Message message(PartnerId partner, boolean incoming, String id, As2State state) {
        return new As2Message(
                partner, incoming, id, "subject", "bWlj, sha-256", PROOF, AT, new byte[] {1, 2, -1}, state, "", 0);
    }

    @Test
    default void a_message_is_found_by_its_id_with_what_proves_it() {
        try (Journal journal = open()) {
            put(journal, message(SWIFT, true, "<1@post>", As2State.ANSWERED));
            put(journal, message(OTHER, true, "<1@post>", As2State.ANSWERED));
            put(journal, message(SWIFT, false, "<1@post>", As2State.AWAITED));

            var found = journal.as2().find(SWIFT, true, "<1@post>").orElseThrow();
            assertThat(found).usingRecursiveComparison().isEqualTo(message(SWIFT, true, "<1@post>", As2State.ANSWERED));
            assertThat(journal.as2().find("<1@post>")).hasSize(3);
            assertThat(journal.as2().find(SWIFT, true, "<2@post>")).isEmpty();
        }
    }

    @Test
    default void small_proofs_lie_in_the_journal_until_another_takes_their_place(@TempDir Path folder)
            throws IOException {
        try (Journal journal = open()) {
            RawStore raws = RawStore.open(folder, journal);
            List<Kept> proofs = new ArrayList<>();
            for (String body : List.of("first", "again")) {
                Kept proof = raws.take(body.getBytes(StandardCharsets.UTF_8));
                proofs.add(proof);
                journal.as2()
                        .put(
                                new As2Message(
                                        SWIFT,
                                        false,
                                        "<1@us>",
                                        "s",
                                        "m",
                                        proof.raw(),
                                        AT,
                                        new byte[0],
                                        As2State.AWAITED,
                                        "",
                                        0),
                                proof.small());
            }
            assertThat(journal.purging().sweep(raws, AT.plusSeconds(1))).isEqualTo(1);
            assertThatThrownBy(() -> raws.open(proofs.get(0).raw())).isInstanceOf(NoSuchFileException.class);
            raws.open(proofs.get(1).raw()).close();
        }
    }

    @Test
    default void an_incoming_one_stays_as_it_came_first() {
        try (Journal journal = open()) {
            put(journal, message(SWIFT, true, "<1@post>", As2State.ANSWERED));
            put(
                    journal,
                    new As2Message(
                            SWIFT, true, "<1@post>", "other", "x, sha1", PROOF, AT, new byte[0], As2State.DUE, "", 0));

            assertThat(journal.as2().find(SWIFT, true, "<1@post>").orElseThrow().subject())
                    .isEqualTo("subject");
        }
    }

    @Test
    default void receipts_are_due_until_they_are_sent_or_parked() {
        try (Journal journal = open()) {
            put(journal, message(SWIFT, true, "<1@post>", As2State.DUE));
            put(journal, message(SWIFT, true, "<2@post>", As2State.DUE));
            put(journal, message(OTHER, true, "<3@post>", As2State.DUE));
            assertThat(journal.as2().due(SWIFT, AT, 10))
                    .extracting(As2Message::messageId)
                    .containsExactly("<1@post>", "<2@post>");

            journal.as2().receiptFailed(SWIFT, "<1@post>", AT.plusSeconds(9));
            journal.as2().receiptSent(SWIFT, "<2@post>");
            assertThat(journal.as2().due(SWIFT, AT.plusSeconds(8), 10)).isEmpty();
            assertThat(journal.as2().due(SWIFT, AT.plusSeconds(9), 10))
                    .extracting(As2Message::attempts)
                    .containsExactly(1);

            journal.as2().receiptParked(SWIFT, "<1@post>", "nobody there", AT);
            assertThat(journal.as2().due(SWIFT, AT.plusSeconds(9), 10)).isEmpty();
            assertThat(journal.alarms().open(10)).extracting(Alarm::kind).containsExactly("RECEIPT-PARKED");

            assertThat(journal.as2().resume(SWIFT + " <2@post>", AT)).isFalse();
            assertThat(journal.as2().resume(SWIFT + " <1@post>", AT)).isTrue();
            assertThat(journal.as2().due(SWIFT, AT, 10))
                    .extracting(As2Message::messageId, As2Message::attempts)
                    .containsExactly(tuple("<1@post>", 0));
            assertThat(journal.alarms().open(10)).isEmpty();
        }
    }

    @Test
    default void refusals_are_found_and_their_receipts_are_due_until_they_are_sent_or_parked() {
        try (Journal journal = open()) {
            var refusals = journal.as2Refusals();
            refusals.put(refusal("1", Optional.empty(), AT, As2State.ANSWERED));
            refusals.put(refusal("2", Optional.of(SWIFT), AT, As2State.DUE));
            refusals.put(refusal("3", Optional.of(SWIFT), AT, As2State.DUE));
            assertThat(refusals.find("<r@post>")).hasSize(3);
            assertThat(refusals.latest(10))
                    .usingRecursiveFieldByFieldElementComparator()
                    .contains(refusal("1", Optional.empty(), AT, As2State.ANSWERED));
            assertThat(refusals.due(SWIFT, AT, 10)).extracting(As2Refusal::id).containsExactly("2", "3");

            refusals.receiptFailed("2", AT.plusSeconds(9));
            refusals.receiptSent("3");
            assertThat(refusals.due(SWIFT, AT.plusSeconds(8), 10)).isEmpty();
            assertThat(refusals.due(SWIFT, AT.plusSeconds(9), 10))
                    .extracting(As2Refusal::attempts)
                    .containsExactly(1);
            refusals.receiptParked("2", SWIFT, "<r@post>", "nobody there", AT);
            assertThat(refusals.due(SWIFT, AT.plusSeconds(9), 10)).isEmpty();
            assertThat(journal.alarms().open(10)).extracting(Alarm::kind).containsExactly("RECEIPT-PARKED");
            assertThat(journal.as2().resume(SWIFT + " <r@post>", AT)).isTrue();
            assertThat(refusals.due(SWIFT, AT, 10)).extracting(As2Refusal::id).containsExactly("2");
            assertThat(journal.alarms().open(10)).isEmpty();

            refusals.put(refusal("4", Optional.empty(), AT.plus(Duration.ofDays(91)), As2State.ANSWERED));
            assertThat(refusals.latest(10)).extracting(As2Refusal::id).containsExactly("4");
        }
    }

    private static As2Refusal refusal(String id, Optional<PartnerId> partner, Instant at, As2State state) {
        return new As2Refusal(id, at, partner, "POST to CUSTOMS", "<r@post>", "no", new byte[] {1, -1}, state, 0);
    }

    @Test
    default void the_first_receipt_of_a_message_counts_and_none_after_it() {
        try (Journal journal = open()) {
            put(journal, message(SWIFT, false, "<1@us>", As2State.AWAITED));
            journal.as2().receipted(SWIFT, "<1@us>", As2State.REFUSED, "processed/error", new byte[] {7});
            assertThat(journal.as2().find(SWIFT, false, "<1@us>").orElseThrow().detail())
                    .isEqualTo("processed/error");

            // sent again
            put(journal, message(SWIFT, false, "<1@us>", As2State.AWAITED));
            journal.as2().receipted(SWIFT, "<1@us>", As2State.RECEIPTED, "", new byte[] {8});
            journal.as2().receipted(SWIFT, "<1@us>", As2State.REFUSED, "late", new byte[] {9});
            put(journal, message(SWIFT, false, "<1@us>", As2State.AWAITED));

            var found = journal.as2().find(SWIFT, false, "<1@us>").orElseThrow();
            assertThat(found.state()).isEqualTo(As2State.RECEIPTED);
            assertThat(found.receipt()).containsExactly(8);
        }
    }
}
