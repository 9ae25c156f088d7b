package org.customsgateway.journal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** One key of data at rest. What it is used for are keys derived from it (HKDF, RFC 5869), so that none serves two ends. */
final class DataKey {

    static final int BYTES = 32;

    private static final String HASH = "HmacSHA256";

    /** What a stream holds at a time: small interchanges are many, and need no more. */
    private static final int SEGMENT = 16 * 1024;

    private final String id;
    private final Aead columns;
    private final StreamingAead files;

    DataKey(byte[] key) {
        try {
            id = HexFormat.of().formatHex(derived(key, "id", 4));
            columns = new AesGcmJce(derived(key, "columns", BYTES));
            files = new AesGcmHkdfStreaming(derived(key, "files", BYTES), HASH, BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says nothing of the key, and is another one for every key: what was sealed begins with it. */
    String id() {
        return id;
    }

    /** AES-256-GCM. */
    Aead columns() {
        return columns;
    }

    /** AES-256-GCM in segments, each bound to its place and the last one to being the last (STREAM, Hoang et al. 2015). */
    StreamingAead files() {
        return files;
    }

    static byte[] derived(byte[] key, String use, int size) throws GeneralSecurityException {
        byte[] info = ("customs gateway, data at rest: " + use).getBytes(StandardCharsets.UTF_8);
        return Hkdf.computeHkdf(HASH, key, new byte[0], info, size);
    }
}
