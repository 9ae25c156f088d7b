package org.customsgateway.connector;

import java.io.IOException;
import java.time.Duration;

/** The partner's side takes nothing now, whichever reply it is: the others would fare no better. */
public final class Held extends IOException {

    private final transient Duration atLeast;

    /** @param atLeast what the partner's side asks to be left alone for; zero when it does not */
    public Held(String message, Duration atLeast) {
        super(message);
        this.atLeast = atLeast;
    }

    public Duration atLeast() {
        return atLeast;
    }
}
