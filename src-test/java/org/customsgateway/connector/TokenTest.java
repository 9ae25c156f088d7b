package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void its_line_is_read_again_and_does_not_show_it() {
        String secret = Token.make(new SecureRandom());
        Token token = Token.of(secret, NOON, Duration.ofDays(1));
        assertThat(Token.parse(token.toString())).isEqualTo(token);
        assertThat(token.toString()).doesNotContain(secret);
        assertThat(secret).hasSize(47);
        // FIPS 180-2, B.1
        assertThat(Token.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void it_is_valid_from_its_first_moment_and_before_its_last() {
        Token token = Token.parse("sha256:" + "0".repeat(64) + " 2026-11-22 2026-11-23");
        assertThat(token.isValid(Instant.parse("2026-11-21T23:59:59Z"))).isFalse();
        assertThat(token.isValid(Instant.parse("2026-11-22T00:00:00Z"))).isTrue();
        assertThat(token.isValid(Instant.parse("2026-11-22T23:59:59Z"))).isTrue();
        assertThat(token.isValid(Instant.parse("2026-11-23T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sesame",
                "sha256:00 2026-01-01 2027-01-01",
                "sha256:%s 2027-01-01 2026-01-01",
                "sha256:%s soon late"
            })
    void another_line_is_a_fault(String line) {
        assertThatThrownBy(() -> Token.parse(line.replace("%s", "0".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sesame");
    }
}
