package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_two_hundred_is_taken(int code) {
        assertThat(new Answer(code, "").isTaken()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 401, 403, 404, 405, 408, 410, 421, 425, 429, 502, 503, 504, 600})
    void what_is_about_the_server_holds_up_all_replies(int code) {
        assertThat(new Answer(code, "").isTaken()).isFalse();
        assertThat(new Answer(code, "").fault(NOW)).isInstanceOf(Held.class).hasMessageContaining("" + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 406, 409, 413, 415, 422})
    void what_is_about_the_body_concerns_one_reply(int code) {
        assertThat(new Answer(code, "5").fault(NOW)).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.isSure()).isTrue();
            assertThat(declined).hasMessageContaining("" + code);
        });
    }

    @Test
    void a_fault_of_the_servers_program_may_be_about_either() {
        assertThat(new Answer(500, "").fault(NOW))
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.isSure()).isFalse());
        assertThat(new Answer(500, "60").fault(NOW)).isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "'Sun, 22 Nov 2026 12:10:00 GMT', 600",
        "'Sun, 22 Nov 2026 11:00:00 GMT', 0",
        "999999999, 86400",
        "99999999999999999999, 0",
        "-5, 0",
        "soon, 0",
        "'', 0"
    })
    void a_server_says_how_long_it_wants_to_be_left_alone(String retryAfter, int seconds) {
        var held = (Held) new Answer(503, retryAfter).fault(NOW);
        assertThat(held.atLeast()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void only_410_says_that_the_address_is_gone() {
        assertThat(new Answer(410, "").isGone()).isTrue();
        assertThat(new Answer(404, "").isGone()).isFalse();
    }
}
