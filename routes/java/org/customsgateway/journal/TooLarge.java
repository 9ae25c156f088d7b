package org.customsgateway.journal;

import java.io.IOException;

/** There are more bytes than the partner may send: the sender's fault, found while streaming. Nothing was kept. */
public final class TooLarge extends IOException {

    private final long limit;

    public TooLarge(long limit) {
        super("more than the " + limit + " bytes allowed");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
