package org.customsgateway.connector.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.connector.as2.Stranger.content;
import static org.customsgateway.connector.as2.Stranger.disposition;
import static org.customsgateway.connector.as2.Stranger.sealed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.customsgateway.connector.DatedAlias;
import org.customsgateway.connector.DatedCertificate;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys over the years, and whose key it is when many come at once. */
@Tag("wire")
class RollOverTest {

    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey OLD = TestKeys.make("customs-old", NOW, Duration.ofDays(40));
    private static final OwnKey NEW = TestKeys.make("customs-new", NOW, Duration.ofDays(400));
    private static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));
    private static final OwnKey POST_NEW = TestKeys.make("post-new", NOW, Duration.ofDays(900));

    @TempDir
    Path folder;

    private String take(Station customs, OwnKey signer, OwnKey recipient, String id) throws Exception {
        try (var stranger = new Stranger(customs.url(), folder)) {
            stranger.http.all().put("Message-ID", id);
            return disposition(
                    stranger.sends(sealed(content("<x>" + id.hashCode() + "</x>"), signer, recipient.certificate())));
        }
    }

    @Test
    void both_certificates_of_the_partner_are_taken_and_both_keys_of_ours() throws Exception {
        try (var customs = new Station(folder.resolve("customs"), 0, OLD)) {
            var agreement = new Agreement("POST", "CUSTOMS", POST);
            agreement.certificates = List.of(Agreement.dated(POST), Agreement.dated(POST_NEW));
            customs.host.added(agreement.partner("post"));

            assertThat(take(customs, POST, OLD, "<1@post>")).isEqualTo("processed");
            assertThat(take(customs, POST_NEW, OLD, "<2@post>")).isEqualTo("processed");
            assertThat(take(customs, POST, NEW, "<3@post>")).isEqualTo("processed/error: decryption-failed");

            // the store changes under the running gateway
            TestKeys.store(folder.resolve("customs/keys.p12"), OLD, NEW);
            assertThat(take(customs, POST, NEW, "<3@post>")).isEqualTo("processed");
            assertThat(take(customs, POST, OLD, "<4@post>")).isEqualTo("processed");
        }
    }

    /** The store is opened when it changes, not for each message: what cannot be opened any more has been. */
    @Test
    void keys_are_kept_in_memory() throws Exception {
        try (var customs = new Station(folder.resolve("customs"), 0, OLD)) {
            customs.host.added(new Agreement("POST", "CUSTOMS", POST).partner("post"));
            assertThat(take(customs, POST, OLD, "<1@post>")).isEqualTo("processed");
            assertThat(customs.keys.all().get(0)).isSameAs(customs.keys.all().get(0));

            Files.writeString(folder.resolve("customs/keys.p12"), "half written");
            assertThat(take(customs, POST, OLD, "<2@post>")).isEqualTo("processed");
            Files.delete(folder.resolve("customs/keys.p12"));
            assertThat(take(customs, POST, OLD, "<3@post>")).isEqualTo("processed");
        }
    }

    @Test
    void the_old_key_signs_until_its_end_or_until_the_day_that_is_agreed() throws Exception {
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        var store = new OwnKeys(
                TestKeys.store(folder.resolve("keys.p12"), NEW, OLD).toString(),
                folder,
                Optional.of(org.customsgateway.connector.Secret.reference(
                        "file:" + Files.writeString(folder.resolve("p"), TestKeys.PASSWORD), folder, System::getenv)));
        assertThat(store.signing(agreement.wire(), NOW).orElseThrow().alias()).isEqualTo("customs-old");
        assertThat(store.signing(agreement.wire(), NOW.plus(Duration.ofDays(41)))
                        .orElseThrow()
                        .alias())
                .isEqualTo("customs-new");
        assertThat(store.signing(agreement.wire(), NOW.plus(Duration.ofDays(401))))
                .isEmpty();

        var day = NOW.plus(Duration.ofDays(10));
        agreement.keys = List.of(
                new DatedAlias("customs-old", Instant.MIN, day), new DatedAlias("customs-new", day, Instant.MAX));
        assertThat(store.signing(agreement.wire(), day.minusSeconds(1))
                        .orElseThrow()
                        .alias())
                .isEqualTo("customs-old");
        assertThat(store.signing(agreement.wire(), day).orElseThrow().alias()).isEqualTo("customs-new");
    }

    @Test
    void the_old_certificate_is_encrypted_for_until_its_end() throws Exception {
        var keys = new OwnKeys(
                TestKeys.store(folder.resolve("keys.p12"), POST, POST_NEW).toString(),
                folder,
                Optional.of(org.customsgateway.connector.Secret.reference(
                        "file:" + Files.writeString(folder.resolve("p"), TestKeys.PASSWORD), folder, System::getenv)));
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.certificates = List.of(
                Agreement.dated(POST_NEW),
                new DatedCertificate(POST.certificate(), NOW.minusSeconds(9), NOW.plusSeconds(100)));
        assertThat(recipient(agreement, keys, NOW)).isEqualTo(POST.certificate().getSerialNumber());
        assertThat(recipient(agreement, keys, NOW.plusSeconds(100)))
                .isEqualTo(POST_NEW.certificate().getSerialNumber());
        assertThatThrownBy(() -> recipient(agreement, keys, NOW.plus(Duration.ofDays(1000))))
                .isInstanceOf(Held.class);
    }

    private java.math.BigInteger recipient(Agreement agreement, OwnKeys keys, Instant at) throws Exception {
        var file = Files.write(folder.resolve("x"), new byte[] {1});
        var sealing = new Sealing(keys, folder, () -> "b0undary", Clock.fixed(at, java.time.ZoneOffset.UTC));
        try (var sealed = sealing.seal(agreement.wire(), Dispatch.of("x", file));
                var in = sealed.body().all().open()) {
            var id = (org.bouncycastle.cms.KeyTransRecipientId) new org.bouncycastle.cms.CMSEnvelopedDataParser(in)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getRID();
            return id.getSerialNumber();
        }
    }

    @Test
    void an_alarm_is_raised_a_month_before_the_end() throws Exception {
        try (var customs = new Station(folder.resolve("customs"), 0, NEW)) {
            customs.host.added(new Agreement("POST", "CUSTOMS", POST).partner("post"));
            assertThat(customs.alarms.raised).isEmpty();
            customs.host.added(new Agreement("OTHER", "CUSTOMS", TestKeys.make("other", NOW, Duration.ofDays(29)))
                    .partner("other"));
            assertThat(customs.alarms.raised).containsExactly("other certificate");
        }
    }

    /** Each partner's receipts are signed with the key that is agreed with that partner, however many come at once. */
    @Test
    void no_key_is_taken_for_another() throws Exception {
        int each = 1000;
        try (var customs = new Station(folder.resolve("customs"), 0, OLD, NEW)) {
            var one = new Agreement("POST", "CUSTOMS", POST);
            one.keys = List.of(new DatedAlias("customs-old", Instant.MIN, Instant.MAX));
            customs.host.added(one.partner("post"));
            var other = new Agreement("NEXT", "CUSTOMS", POST_NEW);
            other.keys = List.of(new DatedAlias("customs-new", Instant.MIN, Instant.MAX));
            customs.host.added(other.partner("next"));

            int lanes = 4;
            var threads = Executors.newFixedThreadPool(2 * lanes);
            var tasks = new ArrayList<Callable<Void>>();
            for (int i = 0; i < lanes; i++) {
                int lane = i;
                tasks.add(() -> send(customs, "POST", POST, OLD, lane * each / lanes, each / lanes));
                tasks.add(() -> send(customs, "NEXT", POST_NEW, NEW, lane * each / lanes, each / lanes));
            }
            try {
                for (var done : threads.invokeAll(tasks)) {
                    done.get();
                }
            } finally {
                threads.shutdown();
            }
            assertThat(customs.ledger.taken).hasSize(2 * each);
        }
    }

    private Void send(Station customs, String from, OwnKey signer, OwnKey receiptSigner, int first, int count)
            throws Exception {
        try (var stranger = new Stranger(customs.url(), folder)) {
            stranger.http.all().put("AS2-From", from);
            for (int n = first; n < first + count; n++) {
                send(stranger, from, signer, receiptSigner, n);
            }
        }
        return null;
    }

    private void send(Stranger stranger, String from, OwnKey signer, OwnKey receiptSigner, int n) throws Exception {
        stranger.http.all().put("Message-ID", "<" + n + "@" + from + ">");
        // encrypted for a key that either partner knows, so that only the receipt's signature tells
        var reply = stranger.sends(sealed(content("<x>" + from + n + "</x>"), signer, NEW.certificate()));
        assertThat(disposition(reply)).isEqualTo("processed");
        try (var spool = new Spool(folder, Long.MAX_VALUE)) {
            spool.write(reply.body());
            var given = GivenReceipt.read(
                    Entity.outermost(reply.headers(), spool.all()),
                    List.of(Agreement.dated(receiptSigner)),
                    new Agreement("x", "y", signer).wire().receiving(),
                    NOW);
            assertThat(given.signed()).isTrue();
            assertThat(given.messageId()).isEqualTo("<" + n + "@" + from + ">");
        }
    }
}
