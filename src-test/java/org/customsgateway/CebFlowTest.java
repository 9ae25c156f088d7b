package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.customsgateway.mapping.xmldsig.SignatureCheck;
import org.customsgateway.mapping.xmldsig.Signer;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A declarant in China, on real wires: signed lists in, signed receipts out. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CebFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STATUS = Pattern.compile("<returnStatus>(-?\\d+)</returnStatus>");
    private static final Sm2Party FIRM = Sm2Party.valid();
    private static final Sm2Party GATEWAY = Sm2Party.valid();

    private Customs customs;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        customs = new Customs(folder, """
                risk:
                  - answer: [ release ]
                revenue:
                  - answer: [ release ]
                """);
        Files.writeString(customs.partners().resolve("firm.crt"), FIRM.certificatePem());
        Files.writeString(customs.partners().resolve("gateway.crt"), GATEWAY.certificatePem());
        Files.writeString(customs.partners().resolve("gateway.key"), GATEWAY.keyPem());
        customs.open();
    }

    @AfterAll
    void close() throws Exception {
        customs.close();
    }

    @Test
    void a_signed_list_is_released_and_a_changed_one_is_never_seen_by_customs() throws Exception {
        try (Post declarant = declarant("declarant")) {
            declarant.drop("good.xml", signed(list("ORDER-GOOD")));
            declarant.drop("changed.xml", signed(list("ORDER-BAD")).replace("<ceb:qty>2<", "<ceb:qty>3<"));

            // 120 when one back-end was heard before the other
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(declarant))
                            .contains("2", "800", "-301020")
                            .isSubsetOf("2", "120", "800", "-301020"));
            assertThat(declarant.replies())
                    .allSatisfy(receipt -> assertThat(
                                    new SignatureCheck(List.of(GATEWAY.certificate()), true, false, 1 << 20)
                                            .problem(
                                                    new ByteArrayInputStream(receipt.getBytes(StandardCharsets.UTF_8)),
                                                    Sm2Party.NOW))
                            .isEmpty());
            assertThat(declarant.replies())
                    .anySatisfy(receipt -> assertThat(receipt)
                            .contains("CEB900Message", "XMLDSIG-DIGEST", "<oriMessageType>CEB621Message<"))
                    .anySatisfy(receipt ->
                            assertThat(receipt).contains("CEB622Message", "[Code:2600;Desc:放行]", "COP-ORDER-GOOD"));
            assertThat(customs.seen(BackEnd.RISK, "ORDER-GOOD")).isEqualTo(1);
            assertThat(customs.seen(BackEnd.RISK, "ORDER-BAD")).isZero();
        }
    }

    private Post declarant(String id) throws Exception {
        Post declarant = new Post(id);
        declarant.register(
                customs.partners(),
                "platform",
                "cn-ceb-311, cn-ceb-621",
                "signature: { kind: sm2, certificates: [ 'file:firm.crt' ], certificate: 'file:gateway.crt', key: 'file:gateway.key' }\n");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            declarant.connect(customs.sftpPort());
            return true;
        });
        return declarant;
    }

    private static List<String> told(Post declarant) throws IOException {
        return declarant.replies().stream()
                .flatMap(receipt -> STATUS.matcher(receipt).results())
                .map(match -> match.group(1))
                .toList();
    }

    private static String list(String order) throws IOException {
        return Files.readString(Path.of("src-test/golden/cn-ceb-621/declares-a-list-with-everything-in-it/input.xml"))
                .replace("ORDER-2026-000001", order)
                .replace("COP-1", "COP-" + order);
    }

    private static String signed(String xml) {
        byte[] signed = new Signer(FIRM.certificate(), FIRM.key()).sign(xml.getBytes(StandardCharsets.UTF_8));
        return new String(signed, StandardCharsets.UTF_8);
    }
}
