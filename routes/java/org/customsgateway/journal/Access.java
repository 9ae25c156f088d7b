package org.customsgateway.journal;

import java.time.Instant;

/**
 * That somebody has read something.
 *
 * @param who {@code operator alice}, {@code partner platform-xa token 0123456789abcdef}
 * @param way the command, or the path of the API
 * @param item id of an item or of an interchange; {@code 17–116} for a page of a partner's statuses
 */
public record Access(Instant at, String who, String way, String item) {

    /** By the user of the machine who has called a command. */
    public static Access byOperator(Instant at, String command, String item) {
        return new Access(at, "operator " + System.getProperty("user.name", "unknown"), command, item);
    }
}
