package org.customsgateway.connector;

import java.util.Optional;

/**
 * The partner uses the gateway's broker.
 *
 * @param in queue that it sends to
 * @param out queue that replies are sent to
 * @param user its login at the embedded broker
 * @param password of that login; none with an external broker, which has its own users
 * @param sessions most that it may have open at the embedded broker, and most consumers of {@code out}
 */
public record QueueWire(
        String in,
        String out,
        String user,
        Optional<Secret> password,
        ReplyTo replyTo,
        Correlation correlation,
        int sessions) {

    public static final int SESSIONS = 32;

    /** With the defaults of a partner file. */
    public QueueWire(String in, String out, String user, Optional<Secret> password) {
        this(in, out, user, password, ReplyTo.FIXED, Correlation.MESSAGE_ID, SESSIONS);
    }
}
