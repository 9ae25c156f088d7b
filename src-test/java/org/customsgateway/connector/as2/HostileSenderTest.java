package org.customsgateway.connector.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.connector.as2.Stranger.body;
import static org.customsgateway.connector.as2.Stranger.content;
import static org.customsgateway.connector.as2.Stranger.disposition;
import static org.customsgateway.connector.as2.Stranger.sealed;
import static org.customsgateway.connector.as2.Stranger.signed;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.WeakAlgorithm.Name;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a partner, or somebody who says to be one, may send: who it is, and what was agreed. */
@Tag("wire")
class HostileSenderTest extends StrangersSite {

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
    void of_whom_nobody_knows_so_much_is_kept_and_no_more() throws IOException {
        stranger.http.all().put("AS2-From", "\u202Enobody");
        for (int i = 0; i < 30; i++) {
            assertThat(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(customs.ledger.refused)
                .hasSizeBetween(10, 29)
                .allMatch(each -> each.partner().isEmpty() && each.names().endsWith(" to CUSTOMS"))
                .allMatch(each -> each.messageId().equals("<m1@post>")
                        && each.names().chars().allMatch(c -> c >= ' ' && c <= '~'));
        assertThat(customs.alarms.raised).contains("null refused");
        assertThat(customs.door.deliveries).isEmpty();
    }

    @Test
    void a_refusal_is_kept_with_its_receipt_and_that_is_sent_until_it_arrives() throws Exception {
        int port = Station.freePort();
        stranger.http.all().put("Receipt-Delivery-Option", "http://post.example/mdn");
        var agreement = new Agreement("POST", "CUSTOMS", POST);
        agreement.receiptUrl = Optional.of(URI.create("http://127.0.0.1:" + port + "/as2"));
        agree(agreement);
        // nobody is there
        assertThat(stranger.sends(content("<x/>")).status()).isEqualTo(200);
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> customs.ledger.due.values().stream()
                        .anyMatch(due -> due.refusal().isPresent() && due.attempts() > 0));
        assertThat(customs.ledger.refused)
                .singleElement()
                .satisfies(each -> assertThat(new String(each.receipt(), ISO_8859_1))
                        .contains("processed/error: insufficient-message-security"));
        try (var post = new Station(folder.resolve("post"), port, POST)) {
            post.host.added(new Agreement("CUSTOMS", "POST", CUSTOMS).partner("customs"));
            Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(60))
                    .until(() ->
                            customs.ledger.due.isEmpty() || post.alarms.raised.contains("customs refused receipt"));
        }
        // its id is free
        stranger.http.all().remove("Receipt-Delivery-Option");
        assertThat(disposition(stranger.sends(sealed(content("<x/>"), POST, CUSTOMS.certificate()))))
                .isEqualTo("processed");
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
