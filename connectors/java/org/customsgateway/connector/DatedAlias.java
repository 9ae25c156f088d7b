package org.customsgateway.connector;

import java.time.Instant;

/**
 * One of the gateway's own keys, and when it signs.
 *
 * @param alias its name in the key store
 * @param from first moment
 * @param until first moment at which it does not sign any more
 */
public record DatedAlias(String alias, Instant from, Instant until) {

    public boolean isValid(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
