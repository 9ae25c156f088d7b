package org.customsgateway.connector;

import java.io.IOException;

/** The partner's side is there, and does not want this reply: the next may fare better. */
public final class Declined extends IOException {

    public Declined(String message) {
        super(message);
    }
}
