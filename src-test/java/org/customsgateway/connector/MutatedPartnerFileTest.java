package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a partner file, it is a partner or a list of faults, each with file, line and key. */
class MutatedPartnerFileTest {

    private static final String GOOD = """
            name: Post of Examplia
            kind: post
            formats: [ upu-itmatt ]
            reply: { wire: queue, batch: { items: 10, wait: 1s } }
            limits: { interchange: 1GB, items: 1000 }
            wires:
              sftpHost:
                keys: [ %s ]
              sftpClient:
                host: localhost
                user: me
                password: env:PATH
                hostKeys: [ %s ]
                inbox: in
                outbox: out
              queue: { in: q.in, out: q.out }
              webhook:
                url: https://hook.example/x
                keys: [ { id: a, kind: ed25519, secret: env:PATH, validTo: 2027-01-01 } ]
                allow: [ 10.0.0.0/8, "fd00::/8" ]
            """.formatted(PartnerFiles.KEY, PartnerFiles.KEY);

    private static final String PIECES = "{}[]:,&*#!|>%@`\"'-?~\n\t \\\u0000\u202e\uFEFF<<x0é";

    /** Cut out from, to; put in text. */
    record Mutation(int from, int length, String text) {
        String of(String original) {
            var start = Math.min(from, original.length());
            return original.substring(0, start)
                    + text
                    + original.substring(Math.min(original.length(), start + length));
        }
    }

    @Provide
    Arbitrary<String> mutated() {
        var mutation = net.jqwik.api.Combinators.combine(
                        Arbitraries.integers().between(0, GOOD.length()),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.oneOf(
                                Arbitraries.strings()
                                        .withChars(PIECES.toCharArray())
                                        .ofMaxLength(6),
                                Arbitraries.of(GOOD.split("[ \n]+")),
                                Arbitraries.strings().ofMaxLength(10)))
                .as(Mutation::new);
        return mutation.list().ofMinSize(1).ofMaxSize(4).map(mutations -> {
            var text = GOOD;
            for (var each : mutations) {
                text = each.of(text);
            }
            return text;
        });
    }

    @Property(tries = 3_000)
    void is_a_partner_or_faults_that_can_be_acted_on(@ForAll("mutated") String text) throws IOException {
        var folder = Files.createTempDirectory("partners");
        var file = folder.resolve("xa.yaml");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            var read = PartnerFile.read(file, PartnerFiles.FORMATS, System::getenv);
            assertThat(read.partner().isPresent()).isEqualTo(read.faults().isEmpty());
            assertThat(read.faults()).allSatisfy(fault -> {
                assertThat(fault.file()).isEqualTo("xa.yaml");
                assertThat(fault.line()).isBetween(1, (int) text.codePoints().count() + 1);
                assertThat(fault.key()).isNotEmpty();
                assertThat(fault.text()).isNotEmpty();
            });
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    @Property(tries = 3_000)
    void a_name_from_outside_becomes_one_safe_segment_the_same_each_time(@ForAll String name) {
        assertThat(SafeName.isSafe(SafeName.of(name))).isTrue();
        assertThat(SafeName.of(name)).isEqualTo(SafeName.of(name));
        assertThat(SafeName.of(SafeName.of(name))).isEqualTo(SafeName.of(name));
        assertThat(SafeName.onDisk(name)).matches("[ -~&&[^/\\\\]]{1,255}").isNotIn(".", "..");
    }
}
