package org.customsgateway.connector;

/** Where a reply goes to on the partner's side of the broker. */
public enum ReplyTo {
    /** To the queue {@code out}, whatever the message asked for. */
    FIXED,
    /** To where the message asked for, if that is {@code out} or lies below it ({@code <out>.…}); otherwise to {@code out}. */
    FROM_MESSAGE
}
