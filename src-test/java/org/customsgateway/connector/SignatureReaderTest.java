package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.customsgateway.Sm2Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner file says of signatures, and every mistake in it with its line. */
class SignatureReaderTest {

    private static final Sm2Party FIRM = Sm2Party.valid();
    private static final Sm2Party GATEWAY = Sm2Party.valid();
    private static final Sm2Party OTHER = Sm2Party.other();

    @TempDir
    Path folder;

    @BeforeEach
    void keys() throws IOException {
        Files.writeString(folder.resolve("firm.crt"), FIRM.certificatePem());
        Files.writeString(folder.resolve("gateway.crt"), GATEWAY.certificatePem());
        Files.writeString(folder.resolve("gateway.key"), GATEWAY.keyPem());
        Files.writeString(folder.resolve("other.crt"), OTHER.certificatePem());
        Files.writeString(folder.resolve("other.key"), OTHER.keyPem());
        Files.writeString(
                folder.resolve("noise.txt"), "-----BEGIN CERTIFICATE-----\nsecret\n-----END CERTIFICATE-----");
    }

    private PartnerFile read(String signature) throws IOException {
        Path file = Files.writeString(
                folder.resolve("xa.yaml"),
                "name: A firm\nkind: platform\nformats: [ upu-itmatt ]\nwires: { queue: {} }\nsignature: " + signature
                        + "\n");
        return PartnerFile.read(file, PartnersTest.FORMATS, System::getenv);
    }

    private List<String> faults(String signature) throws IOException {
        return read(signature).faults().stream().map(PartnerFault::toString).toList();
    }

    private void fault(String signature, String... words) throws IOException {
        assertThat(faults(signature)).singleElement().asString().contains(words).contains("xa.yaml", "5");
    }

    @Test
    void without_it_nothing_is_signed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("xa.yaml"),
                "name: A firm\nkind: platform\nformats: [ upu-itmatt ]\nwires: { queue: {} }\n");
        assertThat(PartnerFile.read(file, PartnersTest.FORMATS, System::getenv)
                        .partner()
                        .orElseThrow()
                        .signature())
                .isEmpty();
    }

    @Test
    void who_says_only_whose_signature_counts_gets_the_defaults() throws IOException {
        var signature = read("{ kind: sm2, certificates: [ 'file:firm.crt' ] }")
                .partner()
                .orElseThrow()
                .signature()
                .orElseThrow();
        assertThat(signature.certificates()).containsExactly(FIRM.certificate());
        assertThat(signature.required()).isTrue();
        assertThat(signature.sha1()).isFalse();
        assertThat(signature.largest()).isEqualTo(2L << 20);
        assertThat(signature.own()).isEmpty();
    }

    @Test
    void everything_can_be_said() throws IOException {
        var signature =
                read("{ kind: sm2, certificates: [ 'file:firm.crt', 'file:gateway.crt' ], required: false, sha1: true, largest: 5MB,"
                                + " certificate: 'file:gateway.crt', key: 'file:gateway.key' }")
                        .partner()
                        .orElseThrow()
                        .signature()
                        .orElseThrow();
        assertThat(signature.certificates()).hasSize(2);
        assertThat(signature.sha1()).isTrue();
        assertThat(signature.required()).isFalse();
        assertThat(signature.largest()).isEqualTo(5L << 20);
        assertThat(signature.own().orElseThrow().reveal()).isEqualTo(GATEWAY.key());
        assertThat(signature.toString()).as("no secret in it").contains("file:gateway.key");
    }

    @Test
    void mistakes_are_told_with_what_to_do() throws IOException {
        fault("{ kind: rsa, certificates: [ 'file:firm.crt' ] }", "signature.kind", "must be sm2");
        fault("{ kind: sm2 }", "signature.certificates", "is missing");
        fault("{ kind: sm2, certificates: [ 'file:none.crt' ] }", "none.crt", "cannot be read");
        fault("{ kind: sm2, certificates: [ 'file:gateway.key' ] }", "signature.certificates[0]", "certificate");
        fault("{ kind: sm2, certificates: [ 'file:other.crt' ] }", "not a certificate of an SM2 key");
        fault("{ kind: sm2, certificates: [ 'file:firm.crt' ], largest: 1GB }", "signature.largest", "at most 64MB");
        fault("{ kind: sm2, certificates: [ 'file:firm.crt' ], trust: all }", "signature.trust", "unknown key");
        fault("{ kind: sm2, certificates: [ 'file:firm.crt' ], key: 'file:gateway.key' }", "belong together");
        fault(
                "{ kind: sm2, certificates: [ 'file:firm.crt' ], certificate: 'file:firm.crt', key: 'file:gateway.key' }",
                "signature.key",
                "not the key of the certificate");
        fault(
                "{ kind: sm2, certificates: [ 'file:firm.crt' ], certificate: 'file:gateway.crt', key: 'file:other.key' }",
                "signature.key",
                "not an SM2 key");
        fault(
                "{ kind: sm2, certificates: [ 'file:firm.crt' ], certificate: 'file:gateway.crt', key: 'file:firm.crt' }",
                "signature.key",
                "not a private key");
        assertThat(faults("{ kind: sm2, certificates: [ 'file:noise.txt' ] }"))
                .singleElement()
                .asString()
                .contains("not a certificate in PEM")
                .doesNotContain("secret");
    }
}
