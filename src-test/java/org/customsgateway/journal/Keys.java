package org.customsgateway.journal;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys of data at rest that are nobody's secret. */
final class Keys {

    private Keys() {}

    /** Each is 32 times the same byte. */
    static DataKeys of(int... numbers) {
        return DataKeys.parse(Stream.of(numbers)
                .flatMap(all -> java.util.Arrays.stream(all).boxed())
                .map(Keys::line)
                .collect(Collectors.joining("\n")));
    }

    static String line(int number) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) number);
        return Base64.getEncoder().encodeToString(key);
    }
}
