package org.customsgateway.connector;

import java.io.IOException;

/** The partner's side is there, and does not want this reply: the next may fare better. */
public final class Declined extends IOException {

    private final boolean sure;

    /** @param sure false where it may as well be in trouble as a whole: the next reply will show it */
    public Declined(String message, boolean sure) {
        super(message);
        this.sure = sure;
    }

    public boolean isSure() {
        return sure;
    }
}
