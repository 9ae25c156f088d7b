package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.ItemEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is away for a while. */
class HandOffTest {

    @TempDir
    private Path folder;

    private final List<String> handedOver = new ArrayList<>();
    private boolean away;
    private Books books;
    private HandOff handOff;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder);
        handOff = books.handOff(messages -> {
            if (away) {
                throw new IOException("the broker is away");
            }
            messages.forEach((queue, all) -> all.forEach(message -> handedOver.add(queue + " " + message.id())));
        });
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void the_alarm_of_an_absent_broker_goes_when_it_is_back_and_nothing_is_left_behind() {
        Batch batch = books.declared("i", "post-a", "parcels", 2);
        away = true;
        handOff.send(batch);
        assertThat(books.alarms()).containsExactly("HAND-OVER broker");
        books.clock.forward(Duration.ofMinutes(1));
        handOff.sweep();
        assertThat(books.alarms()).containsExactly("HAND-OVER broker");

        away = false;
        handOff.sweep();

        assertThat(books.alarms()).isEmpty();
        assertThat(handedOver).containsExactlyInAnyOrderElementsOf(eachTo(batch, "revenue", "risk"));
        handOff.sweep();
        assertThat(handedOver).hasSize(4);
    }

    @Test
    void those_that_cannot_be_shown_hold_up_no_other_and_go_when_they_can() {
        Batch stuck = books.declared("i", "post-a", "parcels", 501);
        shown("gone");
        books.clock.forward(Duration.ofMinutes(1));
        books.declared("j", "post-a", "parcels", 1);
        books.clock.forward(Duration.ofMinutes(1));

        handOff.sweep();

        assertThat(handedOver).hasSize(501 + 2).contains("risk.declarations j-0000001");
        assertThat(books.alarms()).containsExactly("VIEW gone");
        shown("");
        handOff.sweep();
        assertThat(handedOver).hasSize(2 * 501 + 2).containsAll(eachTo(stuck, "risk"));
        assertThat(books.alarms()).isEmpty();
    }

    @Test
    void not_even_more_than_a_sweep_tries() {
        books.declared("i", "post-a", "parcels", 2001);
        shown("gone");
        books.clock.forward(Duration.ofMinutes(1));
        books.declared("j", "post-a", "parcels", 1);
        books.clock.forward(Duration.ofMinutes(1));

        handOff.sweep();
        assertThat(handedOver).doesNotContain("risk.declarations j-0000001");
        handOff.sweep();
        assertThat(handedOver).hasSize(2001 + 2).contains("risk.declarations j-0000001");
        assertThat(books.alarms()).containsExactly("VIEW gone");

        shown("");
        handOff.sweep();
        assertThat(handedOver).hasSize(2 * 2001 + 2);
        handOff.sweep();
        assertThat(books.alarms()).isEmpty();
    }

    @Test
    void an_alarm_about_one_that_is_too_young_for_the_sweep_stands() {
        Batch batch = books.declared("i", "post-a", "parcels", 1);
        shown("gone");
        handOff.free(batch.entries().stream().map(ItemEntry::id).toList());
        handOff.sweep();
        assertThat(books.alarms()).containsExactly("VIEW gone");
    }

    /** What risk is shown of all that is there. */
    private void shown(String view) {
        books.journal.write(tx -> tx.update("UPDATE hand_over SET shown = ? WHERE backend = 'risk'", view));
    }

    @Test
    void an_alarm_that_an_earlier_run_has_left_goes_too() {
        books.journal.alarms().raise("HAND-OVER", "broker", "an earlier run could not", books.clock.instant());

        handOff.send(books.declared("i", "post-a", "parcels", 1));

        assertThat(books.alarms()).isEmpty();
    }

    private static List<String> eachTo(Batch batch, String... backends) {
        var all = new TreeSet<String>();
        for (String backend : backends) {
            batch.entries().stream().map(ItemEntry::id).forEach(id -> all.add(backend + ".declarations " + id));
        }
        return List.copyOf(all);
    }
}
