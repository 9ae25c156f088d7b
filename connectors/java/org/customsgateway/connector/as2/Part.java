package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;

/**
 * Some of the bytes of a spool.
 *
 * @param from position of the first
 * @param to position behind the last
 */
record Part(Spool spool, long from, long to) {

    long size() {
        return to - from;
    }

    InputStream open() throws IOException {
        return spool.open(from, to);
    }

    /** From a position that is counted from the first byte of this. */
    Part from(long first) {
        return new Part(spool, from + first, to);
    }
}
