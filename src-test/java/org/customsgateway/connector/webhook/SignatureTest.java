package org.customsgateway.connector.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.SigningKey;
import org.customsgateway.connector.SigningKey.Kind;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The test vector that the libraries of Standard Webhooks share. */
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    private static final long TIME = 1614265330L;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** RFC 8032, 7.1, test 1: the seed, with its public key behind it. */
    private static final String SEED =
            "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2DXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGg==";

    static SigningKey key(Kind kind, String secret) {
        return new SigningKey(
                "k", kind, Secret.reference("env:K", Path.of("."), name -> secret), Instant.MIN, Instant.MAX);
    }

    private static String sign(SigningKey... keys) {
        return Signature.of(ID, TIME, BODY, List.of(keys));
    }

    @Test
    void hmac_is_that_of_the_published_vector() {
        assertThat(sign(key(Kind.HMAC, SECRET))).isEqualTo(SIGNED);
        assertThat(sign(key(Kind.HMAC, SECRET.substring(6)))).isEqualTo(SIGNED);
    }

    /** The signature of a key of RFC 8032 was made with OpenSSL: Ed25519 gives the same to everybody. */
    @Test
    void ed25519_is_that_of_another_implementation() {
        var signed = "v1a,fldxM4gAKugP6nnt1hdz3sgGfZ6d99nzrMFnZOELIxbzEHoVmAb2ADpkJK7zgPePmPsle0zV9jSeGlHFG2NVAw==";
        assertThat(sign(key(Kind.ED25519, SEED))).isEqualTo(signed);
        assertThat(sign(key(Kind.ED25519, "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")))
                .isEqualTo(signed);
        var pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                + "-----END PRIVATE KEY-----\n";
        assertThat(sign(key(Kind.ED25519, pem))).isEqualTo(signed);
    }

    @Test
    void every_key_gives_a_signature_of_its_own() {
        assertThat(sign(key(Kind.HMAC, SECRET), key(Kind.ED25519, SEED), key(Kind.HMAC, "whsec_" + "A".repeat(32)))
                        .split(" "))
                .hasSize(3)
                .startsWith(SIGNED)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_secret_that_is_none_is_refused_without_being_shown() {
        for (Kind kind : Kind.values()) {
            for (String wrong :
                    List.of("whsec_c2hvcnQ=", "hush!hush!hush!hush!hush!hush!!", "whsec_" + "A".repeat(120))) {
                assertThatThrownBy(() -> sign(key(kind, wrong)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining("hush")
                        .hasMessageNotContaining("c2hv");
            }
        }
    }
}
