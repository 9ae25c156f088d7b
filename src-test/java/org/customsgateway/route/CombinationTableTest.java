package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that is shipped, and how tables are read. */
class CombinationTableTest {

    private final CombinationTable shipped = CombinationTable.read(Path.of("mappings/_shared/combination.csv"));

    @Test
    void a_hold_of_risk_beats_a_release_of_revenue() {
        assertThat(shipped.status(Outcome.HOLD, Outcome.RELEASE, "account", null))
                .contains(StatusCode.HELD);
    }

    @Test
    void nothing_is_released_before_both_have_said_so() {
        List<Outcome> others = new ArrayList<>(List.of(Outcome.values()));
        others.removeAll(List.of(Outcome.RELEASE, Outcome.PAID, Outcome.DUTIABLE, Outcome.NOT_ASKED));
        others.add(null);
        for (Outcome other : others) {
            assertThat(shipped.status(Outcome.RELEASE, other, "account", null)
                            .map(Object::toString)
                            .orElse(""))
                    .as("risk releases, revenue says %s", other)
                    .doesNotStartWith("RELEASED");
            assertThat(shipped.status(other, Outcome.RELEASE, "account", null)
                            .map(Object::toString)
                            .orElse(""))
                    .as("revenue releases, risk says %s", other)
                    .doesNotStartWith("RELEASED");
        }
    }

    @Test
    void duties_wait_for_payment_or_go_on_account_as_configured() {
        assertThat(shipped.status(Outcome.RELEASE, Outcome.DUTIABLE, "account", null))
                .contains(StatusCode.RELEASED_DUTIABLE);
        assertThat(shipped.status(Outcome.RELEASE, Outcome.DUTIABLE, "wait", null))
                .contains(StatusCode.TAX_DUE);
        assertThat(shipped.status(Outcome.RELEASE, Outcome.PAID, "wait", null)).contains(StatusCode.RELEASED_DUTIABLE);
    }

    @Test
    void silence_has_a_status_of_its_own() {
        assertThat(shipped.status(Outcome.TIMED_OUT, Outcome.RELEASE, "account", null))
                .contains(StatusCode.TIMED_OUT);
        assertThat(shipped.status(Outcome.RELEASE, Outcome.TIMED_OUT, "account", null))
                .contains(StatusCode.TIMED_OUT);
    }

    @Test
    void a_rejection_by_either_ends_it_unless_the_goods_are_gone() {
        EnumSet<Outcome> gone = EnumSet.of(Outcome.SEIZED, Outcome.RETURN_TO_SENDER, Outcome.DESTROYED);
        for (Outcome other : EnumSet.complementOf(gone)) {
            assertThat(shipped.status(Outcome.REJECTED, other, "account", null)).contains(StatusCode.REJECTED);
        }
        assertThat(shipped.status(null, Outcome.REJECTED, "account", null)).contains(StatusCode.REJECTED);
        for (Outcome fate : gone) {
            assertThat(shipped.status(fate, Outcome.REJECTED, "account", null))
                    .contains(StatusCode.valueOf(fate.name()));
        }
    }

    @Test
    void every_pair_of_answers_is_in_some_row() {
        for (Outcome risk : Outcome.values()) {
            for (Outcome revenue : Outcome.values()) {
                for (String payment : List.of("wait", "account")) {
                    assertThat(shipped.status(risk, revenue, payment, null))
                            .as("risk %s, revenue %s, payment %s", risk, revenue, payment)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void names_file_and_line_of_a_status_that_does_not_exist(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("combination.csv"), "risk,revenue,payment,status\n*,*,*,RELEASED\n-,-,*,GONE\n");

        assertThatThrownBy(() -> CombinationTable.read(file)).hasMessageContaining("combination.csv:3:");
    }
}
