package org.customsgateway.connector;

import static org.customsgateway.connector.Values.matching;
import static org.customsgateway.connector.Values.oneOf;
import static org.customsgateway.connector.Values.whole;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.As2Sending.Digest;

/** Binds the keys of {@code wires.as2}. */
final class As2Reader {

    /** RFC 4130, 6.2: printable ASCII, here without quotes and backslashes, which nobody needs. */
    private static final Function<String, String> NAME = matching(
            "[!#-\\[\\]-~]([ !#-\\[\\]-~]{0,126}[!#-\\[\\]-~])?", "1 to 128 printable ASCII characters without quotes");

    private final Section as2;
    private final Path folder;
    private final Function<String, Secret> secret;

    /** @param secret a reference whose content is there */
    As2Reader(Section as2, Path folder, Function<String, Secret> secret) {
        this.as2 = as2;
        this.folder = folder;
        this.secret = secret;
    }

    As2Wire read() {
        var wire = new As2Wire(
                as2.value("id", null, NAME),
                as2.value("ours", null, NAME),
                as2.sections("certificates").stream()
                        .map(this::certificate)
                        .filter(Objects::nonNull)
                        .toList(),
                as2.has("keys")
                        ? as2.sections("keys").stream()
                                .map(As2Reader::alias)
                                .filter(Objects::nonNull)
                                .toList()
                        : List.of(),
                new As2Receiving(
                        as2.value("signed", true, Values::truth),
                        as2.value("encrypted", true, Values::truth),
                        as2.list("weak", List.of(), WeakAlgorithm::parse),
                        as2.list("clientCertificates", List.of(), HttpsReader::fingerprint),
                        as2.optional("receiptUrl", text -> WebhookWire.address(text, true))),
                sending(),
                as2.value("requests", 32, whole(1, 1_000)));
        as2.end();
        return wire;
    }

    private As2Sending sending() {
        var sending = new As2Sending(
                as2.optional("url", text -> WebhookWire.address(text, true)),
                as2.value("sign", Optional.of(Digest.SHA_256), orNone(oneOf(Digest.class))),
                as2.value("encrypt", Optional.of(Cipher.AES256_CBC), orNone(oneOf(Cipher.class, As2Reader::spelled))),
                as2.value("compress", Compression.NONE, oneOf(Compression.class)),
                as2.value("receipt", AskedReceipt.SYNC, oneOf(AskedReceipt.class)),
                as2.value("receiptSigned", true, Values::truth),
                as2.value("receiptWait", Duration.ofMinutes(10), Values::duration),
                as2.optional("trust", file -> Certificates.authorities(file, folder)),
                as2.value("connectTimeout", Duration.ofSeconds(10), Values::duration),
                as2.value("timeout", Duration.ofMinutes(1), Values::duration));
        if (sending.compression() == Compression.AFTER_SIGNING && sending.sign().isEmpty()) {
            as2.fault("compress", "after-signing needs a signature: use before-signing, or sign");
        }
        return sending;
    }

    /** {@code AES128_CBC} is written {@code aes128-cbc}. */
    private static String spelled(Cipher cipher) {
        return cipher.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static <T> Function<String, Optional<T>> orNone(Function<String, T> parse) {
        return value -> "none".equals(value) ? Optional.empty() : Optional.of(parse.apply(value));
    }

    private DatedCertificate certificate(Section each) {
        var from = each.value("validFrom", Instant.MIN, Values::time);
        var until = each.value("validTo", Instant.MAX, Values::time);
        var read = each.value(
                "certificate",
                null,
                text -> Certificates.read(text, folder, secret).get(0));
        each.end();
        if (!from.isBefore(until)) {
            each.fault("validTo", "must be later than validFrom");
        }
        return read == null ? null : DatedCertificate.of(read, from, until);
    }

    private static DatedAlias alias(Section each) {
        var alias = each.value("alias", null, Values::text);
        var from = each.value("validFrom", Instant.MIN, Values::time);
        var until = each.value("validTo", Instant.MAX, Values::time);
        each.end();
        if (!from.isBefore(until)) {
            each.fault("validTo", "must be later than validFrom");
        }
        return alias == null ? null : new DatedAlias(alias, from, until);
    }
}
