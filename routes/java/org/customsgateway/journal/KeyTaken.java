package org.customsgateway.journal;

/** Takes back a batch of which someone else has taken a key; never leaves this package. */
final class KeyTaken extends RuntimeException {

    KeyTaken(String interchangeId) {
        super("a key of interchange " + interchangeId + " was taken in between", null, false, false);
    }
}
