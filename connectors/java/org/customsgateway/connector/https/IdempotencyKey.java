package org.customsgateway.connector.https;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header, section 2): a string in quotes (RFC 8941, 3.3.3), or, as
 * many send it, without them.
 *
 * @param value empty where there is no key
 */
record IdempotencyKey(String value) {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,200})\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--\\[\\]-~]{1,200}");

    /** Empty when it is no key. */
    static Optional<IdempotencyKey> of(String header) {
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return Optional.of(new IdempotencyKey(quoted.group(1).replaceAll("\\\\(.)", "$1")));
        }
        return header.isEmpty() || BARE.matcher(header).matches()
                ? Optional.of(new IdempotencyKey(header))
                : Optional.empty();
    }

    boolean isGiven() {
        return !value.isEmpty();
    }
}
