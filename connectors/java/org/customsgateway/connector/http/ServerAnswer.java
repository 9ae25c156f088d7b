package org.customsgateway.connector.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server answered.
 *
 * @param status code (RFC 9110, 15)
 * @param headers in their order, by names as they are written
 * @param body empty when it did not come whole, or is longer than what is read of one
 */
public record ServerAnswer(int status, List<Map.Entry<String, String>> headers, Optional<byte[]> body) {

    private static final Set<Integer> DECLINES = Set.of(400, 406, 409, 413, 415, 422);

    public ServerAnswer {
        headers = List.copyOf(headers);
    }

    /** What a server says about this body, not about itself: bad request, conflict, too large, of another type, not processable. */
    public static boolean declines(int status) {
        return DECLINES.contains(status);
    }

    public boolean declines() {
        return declines(status);
    }

    /** It took what it was sent. */
    public static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }

    public boolean isGood() {
        return isGood(status);
    }

    /** The first of that name, or empty. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().strip())
                .findFirst()
                .orElse("");
    }
}
