package org.customsgateway.connector;

/** What becomes the correlation id of a reply. */
public enum Correlation {
    /** The id of the message that carried the interchange. */
    MESSAGE_ID,
    /** That message's own correlation id. */
    CORRELATION_ID,
    /** The sender's own reference of the interchange, as its format has it. */
    REFERENCE,
    NONE
}
