package org.customsgateway.connector;

import java.util.Locale;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Where a wire reports what an operator must see and no partner can be told. Must not throw. */
@FunctionalInterface
public interface Alarm {

    /**
     * @param partner null where it is about nobody who is known
     * @param what stable word: {@code unreachable}, {@code reachable}, {@code too-big}, {@code bad-name},
     *     {@code not-received}, {@code refused}, {@code quarantined}, {@code gone}, {@code certificate}, {@code partner-file},
     *     {@code reply-to}, {@code not-fetched}, {@code fetched}
     * @param name of the interchange it is about, or empty
     * @param text one sentence, without anything personal or secret
     */
    void raise(PartnerId partner, Wire wire, String what, String name, String text);

    /** What it is about, as it stands in the journal: {@code post-xa/sftp}. Either may be null. */
    static String subject(PartnerId partner, Wire wire) {
        return (partner == null ? "strangers" : partner) + "/"
                + (wire == null ? "" : wire.name().toLowerCase(Locale.ROOT));
    }
}
