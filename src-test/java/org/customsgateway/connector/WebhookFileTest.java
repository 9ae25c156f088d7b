package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wires.webhook} in a partner file. */
class WebhookFileTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String LEAST = """
            url: https://hook.example/customs
            keys: [ { id: a, secret: env:SECRET } ]
            """;

    @TempDir
    Path folder;

    private PartnerFile read(String webhook) throws IOException {
        return read(webhook, "");
    }

    private PartnerFile read(String webhook, String more) throws IOException {
        var text = "name: A platform\nkind: platform\nformats: [ upu-itmatt ]\n" + more + "wires:\n  webhook:\n"
                + webhook.indent(4);
        var file = Files.writeString(folder.resolve("market.yaml"), text);
        return PartnerFile.read(file, PartnersTest.FORMATS, name -> name.equals("SECRET") ? SECRET : null);
    }

    @Test
    void the_least_is_an_address_and_a_key() throws IOException {
        var read = read(LEAST);
        assertThat(read.faults()).isEmpty();
        var partner = read.partner().orElseThrow();
        assertThat(partner.reply().wire()).isEqualTo(WireEnd.WEBHOOK);
        assertThat(partner.reply().retry()).isEqualTo(Retry.FOR_DAYS);
        var wire = partner.wires().webhook().orElseThrow();
        assertThat(wire.url()).hasValueSatisfying(url -> assertThat(url).hasHost("hook.example"));
        assertThat(wire.batch()).isEqualTo(1);
        assertThat(wire.allow()).isEmpty();
        assertThat(wire.plain()).isFalse();
        assertThat(wire.trust()).isEmpty();
        assertThat(wire.keys()).singleElement().satisfies(key -> {
            assertThat(key.kind()).isEqualTo(SigningKey.Kind.HMAC);
            assertThat(key.validAt(Instant.EPOCH)).isTrue();
        });
    }

    @Test
    void waits_of_webhooks_grow_to_days_and_a_partner_may_agree_to_others() throws IOException {
        var days = Duration.ZERO;
        for (int failure = 1; failure < Retry.FOR_DAYS.attempts(); failure++) {
            days = days.plus(Retry.FOR_DAYS.wait(failure));
        }
        assertThat(days)
                .isBetween(Duration.ofDays(2).plusHours(20), Duration.ofDays(3).plusHours(4));
        assertThat(read(LEAST, "reply: { retry: { attempts: 30, first: 1m, max: 1d } }\n")
                        .partner()
                        .orElseThrow()
                        .reply()
                        .retry())
                .isEqualTo(new Retry(30, Duration.ofMinutes(1), Duration.ofDays(1)));
    }

    @Test
    void keys_follow_each_other() throws IOException {
        var seed = Files.writeString(folder.resolve("seed"), "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n");
        var read = read("""
                keys:
                  - { id: old, secret: env:SECRET, validTo: 2026-12-01 }
                  - { id: new, secret: env:SECRET, validFrom: "2026-11-30T12:00:00+01:00" }
                  - { id: ed, kind: ed25519, secret: file:%s }
                """.formatted(seed.getFileName()));
        assertThat(read.faults()).isEmpty();
        var keys = read.partner().orElseThrow().wires().webhook().orElseThrow().keys();
        assertThat(keys)
                .filteredOn(key -> key.validAt(Instant.parse("2026-11-30T10:59:59Z")))
                .extracting(SigningKey::id)
                .containsExactly("old", "ed");
        assertThat(keys)
                .filteredOn(key -> key.validAt(Instant.parse("2026-11-30T11:00:00Z")))
                .extracting(SigningKey::id)
                .containsExactly("old", "new", "ed");
        assertThat(keys)
                .filteredOn(key -> key.validAt(Instant.parse("2026-12-01T00:00:00Z")))
                .extracting(SigningKey::id)
                .containsExactly("new", "ed");
    }

    @Test
    void every_fault_is_told_with_its_line() throws IOException {
        Files.writeString(folder.resolve("short"), "whsec_c2hvcnQ=");
        var read = read("""
                url: http://hook.example/
                keys:
                  - { id: a, secret: %s }
                  - { id: a, secret: file:short, validFrom: 2026-12-01, validTo: 2026-12-01 }
                  - { secret: env:ABSENT, kind: rsa, validTo: tomorrow }
                  - { id: b, kind: ed25519, secret: env:SECRET, color: red }
                  - c
                batch: 101
                allow: [ localhost ]
                trust: absent.pem
                plain: maybe
                timeout: 3m
                """.formatted(SECRET));
        assertThat(read.partner()).isEmpty();
        assertThat(read.faults())
                .extracting(fault -> fault.line() + " " + fault.key().replace("wires.webhook.", ""))
                .containsExactlyInAnyOrder(
                        "6 url",
                        "8 keys[0].secret",
                        "9 keys[1].secret",
                        "9 keys[1].id",
                        "9 keys[1].validTo",
                        "10 keys[2].id",
                        "10 keys[2].kind",
                        "10 keys[2].secret",
                        "10 keys[2].validTo",
                        "11 keys[3].secret",
                        "11 keys[3].color",
                        "12 keys[4]",
                        "12 keys[4].id",
                        "12 keys[4].secret",
                        "17 timeout",
                        "13 batch",
                        "14 allow[0]",
                        "15 trust",
                        "16 plain");
        assertThat(read.faults().toString()).doesNotContain("MfKQ", "c2hv");
    }

    @Test
    void without_a_key_nothing_can_be_signed() throws IOException {
        assertThat(read("url: https://hook.example/\n").faults())
                .extracting(PartnerFault::key)
                .containsExactly("wires.webhook.keys");
        assertThat(read("url: https://hook.example/\nkeys: []\n").faults())
                .extracting(PartnerFault::key)
                .containsExactly("wires.webhook.keys");
        assertThat(read("url: https://hook.example/\nkeys: { id: a }\n").faults())
                .extracting(PartnerFault::key)
                .containsExactly("wires.webhook.keys");
    }
}
