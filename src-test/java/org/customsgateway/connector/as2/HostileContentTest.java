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
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.SafeName;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be in a message of AS2: envelopes that were changed, bombs, piled-up layers, names of files. */
@Tag("wire")
class HostileContentTest extends StrangersSite {

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
}
