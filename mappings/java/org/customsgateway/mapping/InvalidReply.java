package org.customsgateway.mapping;

/** A reply that our own template made and that its format's schema refuses: our fault, so it never leaves the house. */
public final class InvalidReply extends RuntimeException {

    public InvalidReply(String message) {
        super(message);
    }
}
