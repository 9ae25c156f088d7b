package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.As2Sending.Digest;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of {@code wires.as2}. */
class As2FileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final OwnKey AUTHORITY = TestKeys.make("authority", NOW, Duration.ofDays(3000));
    private static final OwnKey POST =
            TestKeys.make("post", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(400)), AUTHORITY);

    @TempDir
    Path folder;

    @BeforeEach
    void certificates() throws IOException, CertificateEncodingException {
        // in the wrong order, as some send it
        Files.writeString(
                folder.resolve("chain.pem"), TestKeys.pem(AUTHORITY.certificate()) + TestKeys.pem(POST.certificate()));
        Files.write(folder.resolve("post.cer"), POST.certificate().getEncoded());
        Files.writeString(folder.resolve("nothing.pem"), "nothing");
    }

    private PartnerFile read(String as2) throws IOException {
        var file = Files.writeString(folder.resolve("post.yaml"), """
                name: Post
                kind: post
                formats: [ upu-itmatt ]
                wires:
                  as2:
                """ + as2.indent(4));
        return PartnerFile.read(
                file, PartnerFiles.FORMATS, name -> name.equals("PEM") ? TestKeys.pem(POST.certificate()) : null);
    }

    private As2Wire wire(String as2) throws IOException {
        var read = read(as2);
        assertThat(read.faults()).isEmpty();
        return read.partner().orElseThrow().wires().as2().orElseThrow();
    }

    @Test
    void least_is_strict() throws IOException {
        var wire = wire("""
                id: A POST
                ours: CUSTOMS
                url: https://as2.post.example/as2
                certificates: [ { certificate: "file:chain.pem" } ]
                """);
        assertThat(wire.id()).isEqualTo("A POST");
        assertThat(wire.certificates())
                .extracting(DatedCertificate::certificate)
                .containsExactly(POST.certificate());
        assertThat(wire.receiving().signed()).isTrue();
        assertThat(wire.receiving().encrypted()).isTrue();
        assertThat(wire.receiving().receiptUrl()).isEmpty();
        assertThat(wire.receiving().takes(WeakAlgorithm.Name.SHA_1, NOW)).isFalse();
        assertThat(wire.sending().sign()).contains(Digest.SHA_256);
        assertThat(wire.sending().cipher()).contains(Cipher.AES256_CBC);
        assertThat(wire.sending().compression()).isEqualTo(Compression.NONE);
        assertThat(wire.sending().receipt()).isEqualTo(AskedReceipt.SYNC);
        assertThat(wire.sending().receiptSigned()).isTrue();
    }

    @Test
    void everything_may_be_said() throws IOException {
        var wire = wire("""
                id: POST
                ours: CUSTOMS
                url: https://as2.post.example/as2
                certificates:
                  - { certificate: "file:post.cer", validTo: 2027-01-01 }
                  - { certificate: "env:PEM", validFrom: 2026-12-01 }
                keys:
                  - { alias: customs-2026, validTo: 2027-01-01 }
                  - { alias: customs-2027, validFrom: 2027-01-01 }
                signed: false
                encrypted: false
                weak: [ "sha-1 until 2026-12-31", "3des until 2026-12-01" ]
                clientCertificates: [ "%s" ]
                receiptUrl: https://as2.post.example/mdn
                sign: none
                encrypt: aes128-gcm
                compress: before-signing
                receipt: async
                receiptSigned: false
                receiptWait: 2h
                connectTimeout: 3s
                timeout: 7s
                requests: 4
                """.formatted("AB:".repeat(31) + "AB"));
        assertThat(wire.receiving().clientCertificates()).containsExactly("ab".repeat(32));
        assertThat(wire.certificates())
                .extracting(DatedCertificate::until)
                .containsExactly(
                        Instant.parse("2027-01-01T00:00:00Z"),
                        POST.certificate().getNotAfter().toInstant().plusSeconds(1));
        assertThat(wire.keys()).extracting(DatedAlias::alias).containsExactly("customs-2026", "customs-2027");
        assertThat(wire.keys().get(0).isValid(NOW)).isTrue();
        assertThat(wire.keys().get(1).isValid(NOW)).isFalse();
        assertThat(wire.receiving().takes(WeakAlgorithm.Name.SHA_1, NOW)).isTrue();
        // the last day is one on which it is taken
        assertThat(wire.receiving().takes(WeakAlgorithm.Name.SHA_1, Instant.parse("2026-12-31T23:59:59Z")))
                .isTrue();
        assertThat(wire.receiving().takes(WeakAlgorithm.Name.SHA_1, Instant.parse("2027-01-01T00:00:00Z")))
                .isFalse();
        assertThat(wire.receiving().takes(WeakAlgorithm.Name.DES3, Instant.parse("2026-12-02T00:00:00Z")))
                .isFalse();
        assertThat(wire.receiving().takes(WeakAlgorithm.Name.MD5, NOW)).isFalse();
        assertThat(wire.sending().sign()).isEqualTo(Optional.empty());
        assertThat(wire.sending().cipher()).contains(Cipher.AES128_GCM);
        assertThat(wire.sending().receipt()).isEqualTo(AskedReceipt.ASYNC);
        assertThat(wire.requests()).isEqualTo(4);
    }

    @Test
    void every_fault_is_told_with_its_line() throws IOException {
        var read = read("""
                id: "with \\"quotes\\""
                certificates:
                  - { certificate: "file:nothing.pem" }
                  - { certificate: "file:absent.pem" }
                  - { certificate: "env:PEM", validFrom: 2027-01-01, validTo: 2026-01-01 }
                weak: [ sha-1, "rc2 until 2027-01-01", "md5 until tomorrow" ]
                sign: none
                encrypt: 3des
                compress: after-signing
                receiptUrl: ftp://x
                color: red
                """);
        assertThat(read.partner()).isEmpty();
        assertThat(read.faults())
                .extracting(fault -> fault.line() + " " + fault.key().replace("wires.as2.", ""))
                .containsExactlyInAnyOrder(
                        "6 id",
                        "5 ours",
                        "8 certificates[0].certificate",
                        "9 certificates[1].certificate",
                        "10 certificates[2].validTo",
                        "11 weak[0]",
                        "11 weak[1]",
                        "11 weak[2]",
                        "13 encrypt",
                        "14 compress",
                        "15 receiptUrl",
                        "16 color",
                        "1 reply.wire");
    }
}
