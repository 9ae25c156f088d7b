package org.customsgateway.connector;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of AS2 messages that come in.
 *
 * @param signed refuse what is not signed
 * @param encrypted refuse what is not encrypted
 * @param weak algorithms that are taken nevertheless
 * @param clientCertificates SHA-256 of its client certificates for TLS, 64 lower-case hexadecimal digits each; where there are any,
 *     it must come over TLS and show one of them
 * @param receiptUrl where receipts go that are to come later (asynchronous MDNs): never where a message says
 */
public record As2Receiving(
        boolean signed,
        boolean encrypted,
        List<WeakAlgorithm> weak,
        List<String> clientCertificates,
        Optional<URI> receiptUrl) {

    public boolean takes(WeakAlgorithm.Name name, Instant now) {
        return weak.stream().anyMatch(each -> each.name() == name && now.isBefore(each.until()));
    }
}
