package org.customsgateway.connector.https;

import java.util.Locale;

/** The problems that the listener answers with (RFC 9457): type, title and status. */
enum Kind {
    MALFORMED(400, "It cannot be read"),
    UNAUTHORIZED(401, "No valid token"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not possible here"),
    TOO_SLOW(408, "The body came too slowly"),
    IN_PROGRESS(409, "The first request with this key is being received"),
    TOO_LARGE(413, "Larger than agreed"),
    UNSUPPORTED_MEDIA_TYPE(415, "Not a type that is taken"),
    REJECTED(422, "Not accepted"),
    KEY_REUSED(422, "The key was used for other bytes"),
    TOO_MANY_REQUESTS(429, "More requests than agreed"),
    INTERNAL(500, "A fault of the gateway's own"),
    UNAVAILABLE(503, "Not now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String type() {
        return "urn:customsgateway:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
