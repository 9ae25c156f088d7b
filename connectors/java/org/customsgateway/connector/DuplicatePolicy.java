package org.customsgateway.connector;

/** What happens to what is already known. */
public record DuplicatePolicy(SameBytes bytes, SameKey key) {

    /** The same interchange, byte for byte, again. */
    public enum SameBytes {
        /** The same replies again, and nothing else. */
        ANSWER_AGAIN,
        REFUSE
    }

    /** A known item key with other content. */
    public enum SameKey {
        /** It replaces what was declared. */
        AMEND,
        REJECT
    }
}
