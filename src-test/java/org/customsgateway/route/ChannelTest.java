package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.customsgateway.message.ItemKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {

    @ParameterizedTest
    @CsvSource({"2026-10-31, 2026-10-31", "2026-02-30, 2026-11-21", "last week, 2026-11-21", "'', 2026-11-21"})
    void the_day_of_an_item_is_its_own_where_it_has_one(String date, LocalDate day) {
        ItemKey key = new ItemKey("AA000000001XX", date);
        assertThat(Channel.day(key, Instant.parse("2026-11-21T23:59:59Z"))).isEqualTo(day);
    }
}
