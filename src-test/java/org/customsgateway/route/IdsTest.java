package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final Ids ids = new Ids();

    @Property
    void a_later_id_sorts_behind_an_earlier_one(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long later) {
        String first = ids.next(Instant.ofEpochMilli(millis));
        String second = ids.next(Instant.ofEpochMilli(millis + later));

        assertThat(first).isLessThan(second).hasSize(18);
    }

    @Test
    void ids_of_the_same_moment_differ() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.next(now))).isTrue();
        }
    }
}
