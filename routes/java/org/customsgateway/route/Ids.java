package org.customsgateway.route;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Ids of interchanges and replies: text that sorts by time and does not repeat among nodes. 9 characters of milliseconds
 * and 9 of chance, in Crockford's base 32 (no I, L, O, U, so that it can be read out over the phone).
 */
public final class Ids {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final RandomGenerator chance;

    public Ids() {
        this(new SecureRandom());
    }

    Ids(RandomGenerator chance) {
        this.chance = chance;
    }

    public String next(Instant now) {
        return digits(now.toEpochMilli(), 9) + digits(chance.nextLong(), 9);
    }

    private static String digits(long value, int count) {
        char[] text = new char[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }
}
