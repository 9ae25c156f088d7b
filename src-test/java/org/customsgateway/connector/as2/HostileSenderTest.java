package org.customsgateway.connector.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.connector.as2.Stranger.body;
import static org.customsgateway.connector.as2.Stranger.content;
import static org.customsgateway.connector.as2.Stranger.disposition;
import static org.customsgateway.connector.as2.Stranger.sealed;
import static org.customsgateway.connector.as2.Stranger.signed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.SafeName;
import org.customsgateway.connector.WeakAlgorithm.Name;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a partner, or somebody who says to be one, may send. */
@Tag("wire")
class HostileSenderTest {

    private static final Instant NOW = Instant.now();
    private static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));
    private static final OwnKey OTHER = TestKeys.make("other", NOW, Duration.ofDays(300));

    @TempDir
    Path folder;

    private Station customs;
    private Stranger stranger;

    @BeforeEach
    void open() throws Exception {
        customs = new Station(folder.resolve("customs"), 0, CUSTOMS);
        agree(new Agreement("POST", "CUSTOMS", POST));
        customs.host.added(new Agreement("OTHER", "CUSTOMS", OTHER).partner("other"));
        stranger = new Stranger(customs.url(), folder);
    }

    @AfterEach
    void close() throws Exception {
        stranger.close();
        customs.close();
        assertThat(folder.resolve("customs/spool")).isEmptyDirectory();
    }

    private void agree(Agreement agreement) {
        customs.host.added(agreement.partner("post"));
    }

    private void nothingCameIn() {
        assertThat(customs.door.deliveries).isEmpty();
        assertThat(customs.ledger.taken).isEmpty();
        assertThat(customs.alarms.raised).anyMatch(each -> each.startsWith("post refused"));
    }

    @Test
    void what_is_sealed_as_agreed_is_taken() throws IOException {
        var reply = stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));

        assertThat(disposition(reply)).isEqualTo("processed");
        assertThat(customs.door.bytes).containsOnlyKeys("itmatt.xml");
        assertThat(customs.ledger.proofs.get("post <m1@post>"))
                .asString(ISO_8859_1)
                .startsWith("Content-Type: multipart/signed")
                .contains("<x/>");
    }

    /** The certificate that comes along with a signature vouches for nobody. */
    @Test
    void a_foreign_signer_is_nobody() throws IOException {
        var foreign = TestKeys.make("post", NOW, Duration.ofDays(300));
        var reply = stranger.sends(sealed(content("<x/>"), foreign, CUSTOMS.certificate()));

        // made of the same name and number: found by them, and then it does not fit
        assertThat(disposition(reply)).isEqualTo("processed/error: integrity-check-failed");
        nothingCameIn();

        var unknown = TestKeys.make("stranger", NOW, Duration.ofDays(300));
        assertThat(disposition(stranger.sends(sealed(content("<x/>"), unknown, CUSTOMS.certificate()))))
                .isEqualTo("processed/error: authentication-failed");
        nothingCameIn();
    }

    @Test
    void one_partner_does_not_speak_for_another() throws IOException {
        var reply = stranger.sends(sealed(content("<x/>"), OTHER, CUSTOMS.certificate()));

        assertThat(disposition(reply)).isEqualTo("processed/error: authentication-failed");
        nothingCameIn();
    }

    @Test
    void a_certificate_counts_in_its_time_only() throws IOException {
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.certificates = List.of(new org.customsgateway.connector.DatedCertificate(
                POST.certificate(), NOW.minusSeconds(1000), NOW.minusSeconds(10)));
        agree(agreement);

        assertThat(disposition(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))))
                .isEqualTo("processed/error: authentication-failed");
        nothingCameIn();
    }

    @Test
    void what_must_be_signed_and_encrypted_is_not_taken_otherwise() throws IOException {
        var unsigned = Layers.enveloped(content("<x/>"), CUSTOMS.certificate(), Cipher.AES128_CBC);
        assertThat(disposition(stranger.sends(unsigned))).isEqualTo("processed/error: insufficient-message-security");
        assertThat(disposition(stranger.sends(signed(content("<x/>"), POST))))
                .isEqualTo("processed/error: insufficient-message-security");
        assertThat(disposition(stranger.sends(content("<x/>"))))
                .isEqualTo("processed/error: insufficient-message-security");
        assertThat(disposition(stranger.sends(Layers.compressed(content("<x/>")))))
                .isEqualTo("processed/error: insufficient-message-security");
        nothingCameIn();
    }

    @Test
    void a_signature_over_something_else_does_not_count() throws IOException {
        var one = new String(body(signed(content("<x>1</x>"), POST)), ISO_8859_1);
        var forged = new Outgoing(
                signed(content(""), POST).headers(),
                out -> out.write(one.replace("<x>1</x>", "<x>9</x>").getBytes(ISO_8859_1)));
        var reply = stranger.sends(Layers.enveloped(forged, CUSTOMS.certificate(), Cipher.AES256_GCM));

        assertThat(disposition(reply)).isEqualTo("processed/error: integrity-check-failed");
        nothingCameIn();
    }

    @ParameterizedTest
    @EnumSource(
            value = MicAlgorithm.class,
            names = {"SHA_1", "MD5"})
    void weak_digests_are_taken_only_where_agreed_and_until_then(MicAlgorithm weak) throws IOException {
        var sealed = Layers.enveloped(
                Layers.signed(content("<x/>"), POST, weak, "b0undary"), CUSTOMS.certificate(), Cipher.AES128_CBC);
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        assertThat(disposition(stranger.sends(sealed))).isEqualTo("processed/error: insufficient-message-security");

        agreement.weak = List.of(Agreement.weak(Name.valueOf(weak.name()), NOW.minusSeconds(5)));
        agree(agreement);
        assertThat(disposition(stranger.sends(sealed))).isEqualTo("processed/error: insufficient-message-security");
        nothingCameIn();

        agreement.weak = List.of(Agreement.weak(Name.valueOf(weak.name()), NOW.plusSeconds(1000)));
        agree(agreement);
        assertThat(disposition(stranger.sends(sealed))).isEqualTo("processed");
    }

    @Test
    void triple_des_is_taken_only_where_agreed() throws IOException {
        var inside = signed(content("<x/>"), POST);
        var sealed = new Outgoing(
                Layers.enveloped(inside, CUSTOMS.certificate(), Cipher.AES128_CBC)
                        .headers(),
                out -> {
                    try {
                        var generator = new CMSEnvelopedDataStreamGenerator();
                        generator.addRecipientInfoGenerator(
                                new JceKeyTransRecipientInfoGenerator(CUSTOMS.certificate()));
                        var des = new JceCMSContentEncryptorBuilder(CMSAlgorithm.DES_EDE3_CBC).build();
                        try (var cms = generator.open(out, des)) {
                            inside.writeTo(cms);
                        }
                    } catch (org.bouncycastle.cms.CMSException | java.security.cert.CertificateEncodingException e) {
                        throw new IOException(e);
                    }
                });
        assertThat(disposition(stranger.sends(sealed))).isEqualTo("processed/error: insufficient-message-security");
        nothingCameIn();

        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.weak = List.of(Agreement.weak(Name.DES3, NOW.plusSeconds(1000)));
        agree(agreement);
        assertThat(disposition(stranger.sends(sealed))).isEqualTo("processed");
    }

    @Test
    void a_resend_gets_the_same_receipt_and_comes_in_once() throws IOException {
        var first = stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));
        var again = stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(customs.door.deliveries).hasSize(1);
    }

    @Test
    void an_id_that_was_used_is_not_used_for_something_else() throws IOException {
        stranger.sends(sealed(content("<x>1</x>"), POST, CUSTOMS.certificate()));
        var other = stranger.sends(sealed(content("<x>2</x>"), POST, CUSTOMS.certificate()));

        assertThat(disposition(other)).isEqualTo("processed/error: unexpected-processing-error");
        assertThat(customs.door.deliveries).hasSize(1);
    }

    @Test
    void what_could_not_be_kept_has_no_receipt_and_is_taken_when_it_comes_again() throws IOException {
        customs.door.refuses = true;
        assertThat(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))
                        .status())
                .isEqualTo(503);
        customs.door.refuses = false;
        customs.ledger.refuses = true;
        assertThat(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))
                        .status())
                .isEqualTo(503);
        customs.ledger.refuses = false;
        assertThat(disposition(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))))
                .isEqualTo("processed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cipher.class,
            names = {"AES128_CBC", "AES256_GCM"})
    void whatever_is_changed_in_the_envelope_is_noticed(Cipher cipher) throws IOException {
        var sealed = Layers.enveloped(
                signed(content("<x>" + "a".repeat(500) + "</x>"), POST), CUSTOMS.certificate(), cipher);
        byte[] good = body(sealed);
        for (int at : new int[] {60, 200, 330, 400, good.length / 2, good.length - 40}) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertThat(disposition(stranger.sends(sealed.headers(), bad)))
                    .as("byte %s of %s", at, good.length)
                    .matches("processed/error: (decryption|integrity-check|authentication)-failed"
                            + "|processed/error: insufficient-message-security|failed/failure: unsupported format");
        }
        for (int length : new int[] {0, 10, 100, good.length / 2, good.length - 40}) {
            assertThat(disposition(stranger.sends(sealed.headers(), java.util.Arrays.copyOf(good, length))))
                    .as("cut to %s", length)
                    .matches("(processed/error|failed/failure): .*");
        }
        nothingCameIn();
    }

    /** A tag that does not fit makes all of it worthless, even what was already read. */
    @Test
    void what_was_encrypted_with_a_changed_tag_is_not_taken() throws IOException {
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.signed = false;
        agree(agreement);
        var sealed = Layers.enveloped(
                content("<x>" + "a".repeat(100_000) + "</x>"), CUSTOMS.certificate(), Cipher.AES256_GCM);
        byte[] bad = body(sealed);
        bad[bad.length / 2] ^= 1;

        assertThat(disposition(stranger.sends(sealed.headers(), bad))).isEqualTo("processed/error: decryption-failed");
        nothingCameIn();
    }

    @Test
    void a_bomb_goes_off_at_the_agreed_size() throws IOException {
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.limits = Wired.limits(100_000);
        agree(agreement);
        var bomb = new Outgoing(content("").headers(), out -> {
            for (int i = 0; i < 2_000; i++) {
                out.write(new byte[10_000]);
            }
        });
        assertThat(disposition(stranger.sends(sealed(Layers.compressed(bomb), POST, CUSTOMS.certificate()))))
                .isEqualTo("processed/error: decompression-failed");
        assertThat(disposition(stranger.sends(Layers.enveloped(
                        Layers.compressed(signed(bomb, POST)), CUSTOMS.certificate(), Cipher.AES128_CBC))))
                .isEqualTo("processed/error: decompression-failed");
        nothingCameIn();
    }

    @Test
    void layers_are_not_piled_up() throws IOException {
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.encrypted = false;
        agreement.signed = false;
        agree(agreement);
        var twice = List.of(
                Layers.signed(signed(content("<x/>"), POST), POST, MicAlgorithm.SHA_256, "0uter"),
                Layers.compressed(Layers.compressed(content("<x/>"))),
                Layers.compressed(sealed(content("<x/>"), POST, CUSTOMS.certificate())),
                Layers.enveloped(
                        sealed(content("<x/>"), POST, CUSTOMS.certificate()),
                        CUSTOMS.certificate(),
                        Cipher.AES128_CBC));
        for (var each : twice) {
            var forOuter = new Outgoing(each.headers(), each.body());
            assertThat(disposition(stranger.sends(forOuter))).isEqualTo("failed/failure: unsupported format");
        }
        nothingCameIn();
    }

    @Test
    void file_names_are_harmless() throws IOException {
        var names = List.of(
                "../../etc/passwd",
                "a\u0000b",
                "n".repeat(4096),
                "invoice\u202Egpj.exe",
                "C:\\x\\y",
                ".",
                "",
                "ok.xml");
        var came = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var stranger2 = stranger(i);
            stranger2.sends(sealed(
                    content("<x>" + i + "</x>", new String(names.get(i).getBytes(UTF_8), ISO_8859_1)),
                    POST,
                    CUSTOMS.certificate()));
            stranger2.close();
        }
        customs.door.deliveries.forEach(each -> came.add(each.name()));
        assertThat(came).hasSize(names.size());
        assertThat(came).allMatch(name -> name.isEmpty() || SafeName.isSafe(name));
        // a path as Windows writes it is taken for escapes, as RFC 2045 has them
        assertThat(came)
                .contains("ok.xml", "", "C:xy")
                .noneMatch(name -> name.contains("/") || name.contains("\u202E"));
    }

    private Stranger stranger(int n) {
        var other = new Stranger(customs.url(), folder);
        other.http.all().put("Message-ID", "<n" + n + "@post>");
        return other;
    }

    @Test
    void a_name_in_another_alphabet_is_kept() throws IOException {
        stranger.sends(sealed(
                content("attachment; filename*=UTF-8''%E8%B2%A8%E7%89%A9.xml", "<x/>".getBytes(UTF_8)),
                POST,
                CUSTOMS.certificate()));

        assertThat(customs.door.names()).containsExactly("貨物.xml");
    }

    /** Where a receipt goes, the partner file says. */
    @Test
    void a_message_does_not_say_where_its_receipt_goes() throws Exception {
        stranger.http.all().put("Receipt-Delivery-Option", "http://169.254.169.254/latest");
        var reply = stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));

        assertThat(disposition(reply)).isEqualTo("processed/error: unexpected-processing-error");
        nothingCameIn();

        try (var post = new Station(folder.resolve("post"), 0, POST)) {
            post.host.added(new Agreement("CUSTOMS", "POST", CUSTOMS).partner("customs"));
            var agreement = new Agreement("POST", "CUSTOMS", POST);
            agreement.receiptUrl = Optional.of(URI.create("http://127.0.0.1:" + post.host.port() + "/as2"));
            agree(agreement);
            stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));
            // it came to the partner, who waits for none
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(post.alarms.raised).contains("customs refused receipt"));
        }
    }

    @Test
    void nobody_gets_nothing() throws IOException {
        stranger.http.all().put("AS2-From", "NOBODY");
        var reply = stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(customs.door.deliveries).isEmpty();
    }

    @Test
    void all_refusals_have_the_same_text() throws IOException {
        var texts = new java.util.HashSet<String>();
        for (var entity : List.of(
                content("<x/>"),
                sealed(content("<x/>"), OTHER, CUSTOMS.certificate()),
                sealed(content("<x/>"), POST, OTHER.certificate()),
                Layers.enveloped(content("<x/>"), CUSTOMS.certificate(), Cipher.AES128_CBC))) {
            var text = new String(stranger.sends(entity).body(), ISO_8859_1);
            int begin = text.indexOf("text/plain");
            texts.add(text.substring(text.indexOf("\r\n\r\n", begin), text.indexOf("\r\n--", begin)));
        }
        assertThat(texts).hasSize(1);
        nothingCameIn();
    }

    @Test
    void a_mic_that_is_not_agreed_is_not_made() throws IOException {
        var options = "Disposition-Notification-Options";
        stranger.http
                .all()
                .put(options, "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, md5");
        assertThat(disposition(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))))
                .isEqualTo("failed/failure: unsupported MIC-algorithms");
        nothingCameIn();

        stranger.http
                .all()
                .put(
                        options,
                        "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=optional, md5, sha-512");
        var reply = stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()));
        assertThat(new String(reply.body(), ISO_8859_1)).containsPattern("Received-Content-MIC: [^,]*, sha-512");
    }
}
