package org.customsgateway.connector.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * A message out of all its layers.
 *
 * @param content the innermost entity
 * @param payload the body of that without its transfer encoding
 * @param signed the entity with the signature, where there is one
 * @param signature what it was found to be
 */
record Opened(
        Entity content,
        Part payload,
        Optional<Entity> signed,
        Optional<Verification.Verified> signature,
        boolean encrypted,
        boolean compressed,
        Optional<Entity> signedPart) {

    /**
     * By RFC 4130, 7.3.1 and RFC 5402, 4: over what was signed; of an unsigned message over the content before compression and
     * encryption, with its header fields; over the body alone where there is neither.
     */
    Mic mic(MicAlgorithm algorithm) throws IOException {
        var verified = signature.map(Verification.Verified::mic).filter(mic -> mic.algorithm() == algorithm);
        if (verified.isPresent()) {
            return verified.get();
        }
        try (InputStream in = checked()) {
            return Mic.of(in, algorithm);
        }
    }

    private InputStream checked() throws IOException {
        if (signedPart.isPresent()) {
            InputStream bytes = signedPart.get().whole().open();
            return signature.get().canonical() ? new CrLf(bytes) : bytes;
        }
        return encrypted || compressed ? content.withHeaders() : content.body().open();
    }

    /** What is kept to prove that the sender sent it: with its signature, if there is one. */
    InputStream proof() throws IOException {
        return signed.orElse(content).withHeaders();
    }

    /** What the sender called it, or empty. */
    String fileName() {
        var disposition = ContentType.parse(content.headers().get("Content-Disposition"));
        var name = disposition.parameter("filename");
        return utf8(name.isEmpty() ? content.contentType().parameter("name") : name);
    }

    /** What has other letters than ASCII is mostly UTF-8, although header fields have no place for it. */
    private static String utf8(String name) {
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(name.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException other) {
            return name;
        }
    }
}
