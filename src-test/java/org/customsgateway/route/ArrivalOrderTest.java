package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

    private final ArrivalOrder order = new ArrivalOrder();

    @Test
    void a_later_one_waits_until_the_earlier_one_has_ended() throws InterruptedException {
        Interchange first = interchange("i1", "carrier");
        Interchange second = interchange("i2", "carrier");
        order.begins(first);
        order.begins(second);
        Thread later = new Thread(() -> order.awaitTurn(second, touching("", "LB1", "LB2")));
        later.start();
        await().until(() -> later.getState() == Thread.State.TIMED_WAITING);

        order.awaitTurn(first, touching("", "LB2"));
        assertThat(later.isAlive()).isTrue();
        order.ends(first);
        later.join(5_000);
        assertThat(later.isAlive()).isFalse();
        order.ends(first);
        order.ends(second);
    }

    @Test
    void other_partners_hold_up_nobody() {
        order.begins(interchange("i2", "post"));
        Interchange third = interchange("i3", "carrier");
        order.begins(third);
        Thread waiting = new Thread(() -> order.awaitTurn(third, Touched.ANY));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TERMINATED);
    }

    @Test
    void those_that_touch_nothing_of_each_other_go_side_by_side() {
        Interchange first = interchange("i1", "carrier");
        Interchange second = interchange("i2", "carrier");
        order.begins(first);
        order.begins(second);
        Thread later = new Thread(() -> order.awaitTurn(second, touching("R2", "LB2")));
        later.start();
        // nobody knows yet what is in the first
        await().until(() -> later.getState() == Thread.State.TIMED_WAITING);
        order.awaitTurn(first, touching("R1", "LB1"));
        await().until(() -> later.getState() == Thread.State.TERMINATED);
    }

    @Test
    void what_meets_what() {
        Touched one = touching("R1", "LB1", "LB2");
        assertThat(one.meets(touching("R2", "LB3"))).isFalse();
        assertThat(one.meets(touching("R2", "LB3", "LB2"))).isTrue();
        assertThat(one.meets(touching("R1", "LB3"))).isTrue();
        assertThat(touching("", "LB1").meets(touching("", "LB2"))).isFalse();
        assertThat(one.meets(Touched.ANY)).isTrue();
        assertThat(Touched.ANY.meets(touching("", "LB1"))).isTrue();
    }

    private static Touched touching(String reference, String... ids) {
        return new Touched(
                false, reference, Stream.of(ids).map(id -> new ItemKey(id, "")).collect(Collectors.toSet()));
    }

    private static Interchange interchange(String id, String partner) {
        return new Interchange(
                id,
                new PartnerId(partner),
                Wire.QUEUE,
                id,
                new RawBytes("", 9),
                Instant.EPOCH,
                null,
                "",
                "",
                Map.of(),
                InterchangeState.RECEIVED,
                null,
                -1,
                0,
                List.of(),
                0,
                Instant.EPOCH);
    }
}
