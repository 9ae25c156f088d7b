package org.customsgateway.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A bearer token (RFC 6750) of a partner as its file has it: never the token, only its SHA-256. It is 256 bits of chance, which nobody
 * finds by trying, so that a slow hash would guard nothing.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param from valid from this moment
 * @param until and before this one
 */
public record Token(String sha256, Instant from, Instant until) {

    private static final int BYTES = 32;
    private static final Pattern LINE = Pattern.compile("sha256:([0-9a-f]{64}) +(\\S+) +(\\S+)");
    private static final String EXPECTED =
            "must be sha256:<64 hexadecimal digits> <from> <until>, as ./gateway token prints it: with dates, or times with Z";

    /** A new token: to be told to the partner once and then forgotten. */
    public static String make(SecureRandom chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return "cgw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static Token of(String secret, Instant from, Duration lasts) {
        return new Token(hash(secret), from, from.plus(lasts));
    }

    /** As a partner file has it; a date is its first moment in UTC. */
    static Token parse(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        var token = new Token(parts.group(1), moment(parts.group(2)), moment(parts.group(3)));
        if (!token.from.isBefore(token.until)) {
            throw new IllegalArgumentException("ends before it begins: the later of the two times comes last");
        }
        return token;
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException notThat) {
            throw new IllegalArgumentException(EXPECTED, notThat);
        }
    }

    /** In 64 lower-case hexadecimal digits. */
    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public boolean isValid(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** As a partner file has it. */
    @Override
    public String toString() {
        return "sha256:" + sha256 + " " + from + " " + until;
    }
}
