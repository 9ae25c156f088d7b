package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Message integrity check: the digest by which sender and receiver know that they talk about the same bytes. */
record Mic(MicAlgorithm algorithm, byte[] digest) {

    static Mic of(InputStream in, MicAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.digest();
        byte[] chunk = new byte[32 * 1024];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return new Mic(algorithm, digest.digest());
    }

    /** The value of {@code Received-Content-MIC}: {@code base64, sha-256}. */
    static Optional<Mic> parse(String field) {
        int comma = field.lastIndexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            byte[] digest = Base64.getDecoder().decode(field.substring(0, comma).replaceAll("\\s", ""));
            return MicAlgorithm.named(field.substring(comma + 1)).map(algorithm -> new Mic(algorithm, digest));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String field() {
        return Base64.getEncoder().encodeToString(digest) + ", " + algorithm.mime();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mic mic && mic.algorithm == algorithm && MessageDigest.isEqual(mic.digest, digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }
}
