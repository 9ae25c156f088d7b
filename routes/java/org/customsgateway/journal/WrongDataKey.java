package org.customsgateway.journal;

/** What is sealed in the journal cannot be opened, or what is new could not be sealed as the rest is. Nothing was changed. */
public final class WrongDataKey extends RuntimeException {

    WrongDataKey(String message) {
        super(message);
    }
}
