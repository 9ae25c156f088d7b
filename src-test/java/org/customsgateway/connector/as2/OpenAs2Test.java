package org.customsgateway.connector.as2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.customsgateway.connector.as2.OpenAs2.attribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenAS2 2.10.1 as the counter-party, in every combination that it knows. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAs2Test {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey OPEN = TestKeys.make("open", NOW, Duration.ofDays(300));

    /** What is agreed, and a name for it that may stand in an AS2 name. */
    record Variant(
            boolean signed, boolean encrypted, Compression compression, AskedReceipt receipt, boolean receiptSigned) {

        @Override
        public String toString() {
            return (signed ? "s" : "") + (encrypted ? "e" : "")
                    + switch (compression) {
                        case NONE -> "";
                        case BEFORE_SIGNING -> "-cb";
                        case AFTER_SIGNING -> "-ca";
                    }
                    + "-"
                    + receipt.name().toLowerCase(java.util.Locale.ROOT)
                    + (receiptSigned ? "-rs" : "");
        }

        /**
         * RFC 5402, 4.3 wants header fields in the MIC of what is compressed and neither signed nor encrypted. OpenAS2 leaves them out,
         * and notices where it compares at all, which is with signed receipts.
         */
        boolean isAgreedOn() {
            return signed || encrypted || compression == Compression.NONE;
        }

        String text() {
            // long enough to be worth compressing; with a line end that is none of MIME's
            return "<order n='" + this + "'>\n\r\n" + "é line\n".repeat(50) + "</order>";
        }
    }

    private Path folder;
    private OpenAs2 open;
    private Station customs;

    static List<Variant> variants() {
        List<Variant> all = new ArrayList<>();
        for (boolean signed : new boolean[] {false, true}) {
            for (boolean encrypted : new boolean[] {false, true}) {
                for (var compression : Compression.values()) {
                    if (compression == Compression.AFTER_SIGNING && !signed) {
                        continue;
                    }
                    for (var receipt : AskedReceipt.values()) {
                        for (boolean receiptSigned : new boolean[] {false, true}) {
                            if (receipt != AskedReceipt.NONE || receiptSigned) {
                                all.add(new Variant(signed, encrypted, compression, receipt, receiptSigned));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        folder = data;
        customs = new Station(folder.resolve("customs"), Station.freePort(), CUSTOMS);
        open = new OpenAs2(folder.resolve("open"), OPEN, CUSTOMS);
        for (Variant variant : variants()) {
            open.agrees(variant.toString(), customs.url().toString(), attributes(variant));
            customs.host.added(agreement(variant).partner("open-" + variant));
        }
        open.start();
        // all at once: it looks every second, and handles them one after another
        for (Variant variant : variants()) {
            open.sends(variant.toString(), "itmatt-" + variant + ".xml", variant.text());
        }
    }

    @AfterAll
    void stop() throws Exception {
        customs.close();
        open.close();
    }

    private Agreement agreement(Variant variant) {
        var agreement = new Agreement("OPEN-" + variant, "CUSTOMS-" + variant, OPEN)
                .security(variant.signed(), variant.encrypted(), variant.compression());
        agreement.url = Optional.of(URI.create(open.url()));
        agreement.receiptUrl = Optional.of(URI.create(open.mdnUrl()));
        agreement.receipt = variant.receipt();
        agreement.receiptSigned = variant.receiptSigned();
        if (variant.encrypted()) {
            agreement.cipher = Optional.of(Cipher.AES128_CBC);
        }
        return agreement;
    }

    private String attributes(Variant variant) {
        var all = new StringBuilder();
        if (variant.signed()) {
            all.append(attribute("sign", "SHA256"));
        }
        if (variant.encrypted()) {
            all.append(attribute("encrypt", "aes128"));
        }
        if (variant.compression() != Compression.NONE) {
            all.append(attribute("compression_type", "ZLIB"));
            all.append(attribute(
                    "compression_mode",
                    variant.compression() == Compression.BEFORE_SIGNING
                            ? "compress-before-signing"
                            : "compress-after-signing"));
        }
        boolean receiptSigned = variant.receiptSigned() && variant.receipt() != AskedReceipt.NONE;
        all.append(attribute(
                "as2_mdn_options",
                receiptSigned
                        ? "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, SHA256"
                        : "none"));
        if (variant.receipt() != AskedReceipt.NONE) {
            all.append(attribute("as2_mdn_to", "open@example.org"));
        }
        if (variant.receipt() == AskedReceipt.ASYNC) {
            all.append(attribute("as2_receipt_option", open.mdnUrl()));
        }
        return all.toString();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void it_takes_what_is_sent_and_its_receipt_counts(Variant variant) throws Exception {
        var name = "reply-" + variant + ".xml";
        var partner = agreement(variant).partner("open-" + variant);
        var dispatch = Dispatch.of(name, Files.writeString(folder.resolve(name), variant.text()));
        if (variant.receipt() != AskedReceipt.NONE && variant.receiptSigned() && !variant.isAgreedOn()) {
            assertThatThrownBy(() -> customs.host.deliver(partner, dispatch))
                    .isInstanceOf(Declined.class)
                    .hasMessageContaining("MIC");
            return;
        }
        customs.host.deliver(partner, dispatch);

        assertThat(customs.standing("open-" + variant, "<" + name + "@CUSTOMS-" + variant + ">"))
                .contains(Ledger.Standing.RECEIPTED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(open.inbox(variant.toString()))
                        .isDirectoryContaining(file -> holds(file, variant.text())));
    }

    /** It reads the name of what is neither signed nor encrypted from nowhere. */
    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void what_it_sends_is_taken_and_the_receipt_counts_with_it(Variant variant) throws Exception {
        var name = "itmatt-" + variant + ".xml";

        await().atMost(PATIENCE)
                .until(() -> customs.ledger.taken.keySet().stream()
                        .anyMatch(key -> key.startsWith("open-" + variant + " ")));
        if (variant.signed() || variant.encrypted() || variant.compression() != Compression.NONE) {
            assertThat(customs.door.bytes.get(name)).isEqualTo(variant.text().getBytes(UTF_8));
        } else {
            // without a name
            assertThat(customs.ledger.proofs.entrySet())
                    .filteredOn(proof -> proof.getKey().startsWith("open-" + variant + " "))
                    .isNotEmpty()
                    .allSatisfy(proof ->
                            assertThat(proof.getValue()).asString(UTF_8).endsWith(variant.text()));
        }
        if (variant.receipt() != AskedReceipt.NONE && variant.isAgreedOn()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(open.sent(variant.toString())).isNotEmptyDirectory());
        }
    }
}
