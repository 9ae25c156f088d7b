package org.customsgateway.connector.https;

import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.Partner;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;

/** What the listener asks the routes before it hands something in. */
public interface Intake {

    /**
     * What a key was used for.
     *
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     */
    record Taken(String interchangeId, String sha256) {}

    /**
     * What can be said of bytes without keeping them.
     *
     * @param readable whether they can be read at all
     * @param problems why they are not accepted, with warnings beside; empty when they are
     */
    record Verdict(boolean readable, List<Problem> problems) {

        /** Nothing speaks against them. */
        public static final Verdict GOOD = new Verdict(true, List.of());
    }

    /** Whether so much waits to be read that no more should come now. */
    boolean isFull();

    Optional<Taken> known(PartnerId partner, String key);

    /** Looks at a few bytes as they will be looked at later; of many documents in them each is judged by itself, and later. */
    Verdict check(Partner partner, byte[] bytes);
}
