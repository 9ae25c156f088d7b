package org.customsgateway.connector;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the gateway's AS2 messages and its later receipts go out to a partner.
 *
 * @param url where messages go; empty where none do
 * @param sign digest of the signature; empty: not signed
 * @param cipher of the content; empty: not encrypted
 * @param receiptSigned whether a receipt counts only when it is signed
 * @param receiptWait how long an asynchronous receipt may take before the message is sent again
 * @param trust PEM file of the authorities that vouch for the partner's server, instead of Java's
 * @param connectTimeout for a connection to stand, and for the handshake
 * @param timeout longest silence of the partner's server
 */
public record As2Sending(
        Optional<URI> url,
        Optional<Digest> sign,
        Optional<Cipher> cipher,
        Compression compression,
        AskedReceipt receipt,
        boolean receiptSigned,
        Duration receiptWait,
        Optional<Path> trust,
        Duration connectTimeout,
        Duration timeout) {

    /** What is signed with. */
    public enum Digest {
        SHA_256,
        SHA_384,
        SHA_512
    }

    /** What is encrypted with. GCM as RFC 5084 has it, authEnveloped-data: not all know that. */
    public enum Cipher {
        AES128_CBC,
        AES192_CBC,
        AES256_CBC,
        AES128_GCM,
        AES192_GCM,
        AES256_GCM
    }

    /** RFC 5402 allows either, not both. */
    public enum Compression {
        NONE,
        BEFORE_SIGNING,
        AFTER_SIGNING
    }

    /** The receipt (MDN, RFC 8098) that is asked for. */
    public enum AskedReceipt {
        NONE,
        /** In the answer to the same request. */
        SYNC,
        /** In a request of the partner's own, later. */
        ASYNC
    }
}
