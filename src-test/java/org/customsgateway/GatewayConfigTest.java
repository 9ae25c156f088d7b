package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.message.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {

    private static GatewayConfig keeping(String raw) {
        Map<String, String> values = new HashMap<>();
        for (Purpose purpose : Purpose.values()) {
            values.put("gateway.keep." + purpose.word(), "");
        }
        values.put("gateway.keep.raw", raw);
        return new GatewayConfig(Path.of("."), values);
    }

    @Test
    void days_are_kept_and_nothing_is_for_ever() {
        assertThat(keeping("400").keep().times()).isEqualTo(Map.of(Purpose.RAW, Duration.ofDays(400)));
        assertThat(keeping("").keep().times()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0d", "400d", "for ever"})
    void what_is_no_number_of_days_is_not_taken_for_for_ever(String raw) {
        assertThatThrownBy(() -> keeping(raw).keep()).hasMessageContaining("gateway.keep.raw must be");
    }

    @Test
    void a_time_is_a_second_at_least() {
        var config = new GatewayConfig(Path.of("."), Map.of("gateway.https.idle", "30"));
        assertThat(config.seconds("gateway.https.idle")).isEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> config.with("gateway.https.idle", "0").seconds("gateway.https.idle"))
                .hasMessage("gateway.https.idle must be a number of seconds from 1 on, not '0'");
    }
}
