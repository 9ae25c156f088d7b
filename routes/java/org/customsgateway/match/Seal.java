package org.customsgateway.match;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns what tells a person into a text that is the same for the same person and gives nothing away without the key: HMAC-SHA256. */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final SecretKeySpec key;

    /** @param key not empty; another one makes strangers of all that were counted before */
    public Seal(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Empty for nothing. Letters, their case, and spaces between them make no difference where Unicode says so (NFKC). */
    public String of(String text) {
        String plain = BLANKS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceAll(" ")
                .toUpperCase(Locale.ROOT);
        return plain.isEmpty() ? "" : hash(plain);
    }

    /** What tells this key from another, and nothing else of it. */
    public String mark() {
        return hash("\u0000the mark of this key");
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
