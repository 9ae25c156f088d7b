package org.customsgateway.connector;

import static org.customsgateway.connector.Values.matching;
import static org.customsgateway.connector.Values.whole;

import java.util.List;
import java.util.Locale;

/** Binds the keys of {@code wires.https}. */
final class HttpsReader {

    private HttpsReader() {}

    static HttpsWire read(Section https) {
        var wire = new HttpsWire(
                https.list("tokens", null, Token::parse),
                https.list("certificates", List.of(), HttpsReader::fingerprint),
                https.value("requests", 32, whole(1, 1_000)));
        https.end();
        return wire;
    }

    /** As openssl x509 -fingerprint -sha256 shows it, or without colons. */
    static String fingerprint(String value) {
        matching("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}", "the SHA-256 of a certificate, 64 hexadecimal digits")
                .apply(value);
        return value.replace(":", "").toLowerCase(Locale.ROOT);
    }
}
