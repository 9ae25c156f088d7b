package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

    private final ArrivalOrder order = new ArrivalOrder();

    @Test
    void a_later_one_waits_until_the_earlier_one_has_ended() throws InterruptedException {
        Interchange first = interchange("i1", "carrier", 9);
        Interchange second = interchange("i2", "carrier", 9);
        order.begins(first);
        order.begins(second);
        Thread later = new Thread(() -> order.awaitTurn(second));
        later.start();
        await().until(() -> later.getState() == Thread.State.TIMED_WAITING);

        order.awaitTurn(first);
        order.ends(first);
        later.join(5_000);
        assertThat(later.isAlive()).isFalse();
        order.ends(first);
        order.ends(second);
    }

    @Test
    void a_large_one_and_other_partners_hold_up_nobody() {
        order.begins(interchange("i1", "carrier", ArrivalOrder.SMALL + 1));
        order.begins(interchange("i2", "post", 9));
        Interchange third = interchange("i3", "carrier", 9);
        order.begins(third);
        Thread waiting = new Thread(() -> order.awaitTurn(third));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TERMINATED);
    }

    private static Interchange interchange(String id, String partner, long size) {
        return new Interchange(
                id,
                new PartnerId(partner),
                Wire.QUEUE,
                id,
                new RawBytes("", size),
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
