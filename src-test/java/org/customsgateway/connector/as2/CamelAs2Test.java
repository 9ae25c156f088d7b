package org.customsgateway.connector.as2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.component.as2.api.AS2MessageStructure;
import org.apache.camel.component.as2.api.entity.AS2DispositionType;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.as2.OpenAs2Test.Variant;
import org.customsgateway.message.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** camel-as2 4.17.0 as the counter-party, in every structure that it knows: what works with it, and what does not. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CamelAs2Test {

    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey CAMEL = TestKeys.make("camel", NOW, Duration.ofDays(300));
    private static final String EDIFACT = "application/edifact";
    private static final String XML = "application/xml";

    private final Locale language = Locale.getDefault();
    private CamelAs2 camel;
    private Station customs;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        // it finds the fields of a receipt by the rules of the machine's language, in Turkish it finds none
        Locale.setDefault(Locale.ROOT);
        customs = new Station(data.resolve("customs"), Station.freePort(), CUSTOMS);
        camel = new CamelAs2(CAMEL, CUSTOMS);
        for (boolean signed : new boolean[] {false, true}) {
            for (boolean encrypted : new boolean[] {false, true}) {
                camel.listens(path(signed, encrypted), signed, encrypted);
            }
        }
    }

    private static String path(boolean signed, boolean encrypted) {
        return "as2" + (signed ? "-signed" : "") + (encrypted ? "-encrypted" : "");
    }

    @AfterAll
    void stop() throws Exception {
        Locale.setDefault(language);
        camel.close();
        customs.close();
    }

    static List<Arguments> structures() {
        List<Arguments> all = new ArrayList<>();
        for (AS2MessageStructure structure : AS2MessageStructure.values()) {
            for (String type : List.of(EDIFACT, XML)) {
                all.add(Arguments.of(structure, type, AskedReceipt.NONE, false));
                all.add(Arguments.of(structure, type, AskedReceipt.SYNC, false));
                all.add(Arguments.of(structure, type, AskedReceipt.SYNC, true));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("structures")
    void what_it_sends_is_taken_and_it_can_read_the_receipt(
            AS2MessageStructure structure, String type, AskedReceipt receipt, boolean receiptSigned) throws Exception {
        String id = (structure + "-" + type.substring(12) + "-" + receipt + receiptSigned)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        var agreement = new Agreement(id, "CUSTOMS", CAMEL);
        agreement.signed = structure.isSigned();
        agreement.encrypted = structure.isEncrypted();
        customs.host.added(agreement.partner(id));
        byte[] bytes = ("<order n='" + id + "'>\n\r\n" + "é line\n".repeat(50) + "</order>").getBytes(UTF_8);

        var got = camel.sends(customs.host.port(), options(structure, type, id, receipt, receiptSigned), bytes);

        assertThat(customs.door.bytes.get(id + ".xml")).isEqualTo(bytes);
        var taken = customs.ledger.taken.entrySet().stream()
                .filter(message -> message.getKey().startsWith(id + " "))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(got.isPresent()).isEqualTo(receipt == AskedReceipt.SYNC);
        got.ifPresent(read -> {
            assertThat(read.getDispositionType()).isEqualTo(AS2DispositionType.PROCESSED);
            assertThat(read.getOriginalMessageId()).isEqualTo(taken.messageId());
            assertThat(taken.mic()).startsWith(read.getReceivedContentMic().getEncodedMessageDigest());
        });
    }

    private static Map<String, Object> options(
            AS2MessageStructure structure, String type, String id, AskedReceipt receipt, boolean receiptSigned) {
        Map<String, Object> options = new HashMap<>(Map.of(
                "as2MessageStructure",
                structure,
                "as2From",
                id,
                "as2To",
                "CUSTOMS",
                "attachedFileName",
                id + ".xml",
                "ediMessageContentType",
                type,
                "ediMessageTransferEncoding",
                "binary"));
        if (structure.isSigned()) {
            options.put("signingAlgorithm", "SHA256WITHRSA");
            options.put("signingPrivateKey", "#key");
            options.put("signingCertificateChain", "#chain");
        }
        if (structure.isEncrypted()) {
            options.put("encryptingAlgorithm", "AES256_CBC");
            options.put("encryptingCertificateChain", "#customs");
        }
        if (structure.isCompressed()) {
            options.put("compressionAlgorithm", "ZLIB");
        }
        if (receipt == AskedReceipt.SYNC) {
            options.put("dispositionNotificationTo", "camel@example.org");
        }
        if (receiptSigned) {
            options.put("signedReceiptMicAlgorithms", "sha-256");
        }
        return options;
    }

    static List<Arguments> variants() {
        return OpenAs2Test.variants().stream()
                .filter(variant -> variant.receipt() != AskedReceipt.ASYNC)
                .flatMap(variant -> List.of(EDIFACT, XML).stream().map(type -> Arguments.of(variant, type)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void what_it_is_sent_arrives_and_its_receipt_counts_but_for_what_it_does_not_know(Variant variant, String type)
            throws Exception {
        String id = "to-camel-" + variant + "-" + type.substring(12);
        var partner = agreement(id, variant).partner(id);
        var dispatch = dispatch(id, variant, type);
        var received = camel.received.get(path(variant.signed(), variant.encrypted()));
        received.clear();

        if (!knows(variant, type)) {
            assertThatThrownBy(() -> customs.host.deliver(partner, dispatch))
                    .isInstanceOf(Held.class)
                    .hasMessageContaining("answered 500");
            assertThat(received).isEmpty();
            return;
        }
        if (hasOtherMic(variant)) {
            assertThatThrownBy(() -> customs.host.deliver(partner, dispatch))
                    .isInstanceOf(Declined.class)
                    .hasMessageContaining("MIC");
        } else {
            customs.host.deliver(partner, dispatch);
            assertThat(customs.standing(id, "<" + id + ".xml@CUSTOMS>")).contains(Ledger.Standing.RECEIPTED);
        }
        assertThat(received).singleElement().isEqualTo(variant.text().getBytes(UTF_8));
    }

    /** It looks for EDI, which XML is none of, in everything but a signed part, or what is not wrapped any more when that is reached. */
    private static boolean knows(Variant variant, String type) {
        return type.equals(EDIFACT) || variant.signed() && variant.compression() != Compression.BEFORE_SIGNING;
    }

    /** RFC 5402, 4.1 wants it over what was signed, which is compressed then. */
    private static boolean hasOtherMic(Variant variant) {
        return variant.signed()
                && variant.compression() == Compression.BEFORE_SIGNING
                && variant.receipt() == AskedReceipt.SYNC;
    }

    private Agreement agreement(String id, Variant variant) {
        var agreement = new Agreement("CAMEL", "CUSTOMS", CAMEL)
                .security(variant.signed(), variant.encrypted(), variant.compression());
        agreement.url = Optional.of(URI.create(camel.url(path(variant.signed(), variant.encrypted()))));
        agreement.receipt = variant.receipt();
        agreement.receiptSigned = variant.receiptSigned();
        agreement.receiptWait = Duration.ofMillis(300);
        customs.host.added(agreement.partner(id));
        return agreement;
    }

    private static Dispatch dispatch(String id, Variant variant, String type) {
        String name = id + ".xml";
        return new Dispatch(
                name, name, () -> new ByteArrayInputStream(variant.text().getBytes(UTF_8)), Origin.NONE, "", type);
    }

    /** RFC 4130, 6.2 wants the names in receipts as well. */
    @Test
    void its_later_receipts_have_no_names_and_are_nobodys() throws Exception {
        var variant = new Variant(true, true, Compression.NONE, AskedReceipt.ASYNC, true);
        var partner = agreement("to-camel-later", variant).partner("to-camel-later");

        assertThatThrownBy(() -> customs.host.deliver(partner, dispatch("to-camel-later", variant, EDIFACT)))
                .hasMessageContaining("no receipt within");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(customs.ledger.refused)
                        .anySatisfy(refused -> assertThat(refused.reason()).contains("nobody is known by the names")));
    }
}
