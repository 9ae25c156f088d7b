package org.customsgateway.simulate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Chance without a dice: the same text always gives the same number. */
final class Spread {

    private Spread() {}

    /** From 0 to below {@code bound}. */
    static long of(String text, long bound) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % bound;
    }
}
