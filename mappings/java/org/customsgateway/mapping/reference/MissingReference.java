package org.customsgateway.mapping.reference;

/** Reference data that is needed and not to be had: a set without any good version, or a lookup that nobody answers. Our fault, not the sender's. */
public final class MissingReference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingReference(String text) {
        super(text);
    }

    MissingReference(String text, Throwable cause) {
        super(text, cause);
    }
}
