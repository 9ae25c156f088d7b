package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.customsgateway.message.Purpose;
import org.junit.jupiter.api.Test;

class KeepPolicyTest {

    @Test
    void what_a_partner_s_file_says_comes_before_what_holds_for_all() {
        var own = new KeepPolicy(Map.of(Purpose.RAW, Duration.ofDays(30)));
        var usual = new KeepPolicy(Map.of(Purpose.RAW, Duration.ofDays(90), Purpose.ITEMS, Duration.ofDays(400)));
        assertThat(own.orElse(usual).of(Purpose.RAW)).contains(Duration.ofDays(30));
        assertThat(own.orElse(usual).of(Purpose.ITEMS)).contains(Duration.ofDays(400));
        assertThat(own.orElse(usual).of(Purpose.PROOFS)).isEmpty();
    }
}
