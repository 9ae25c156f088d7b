package org.customsgateway.connector.as2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.DatedCertificate;
import org.customsgateway.message.Wire;

/** Raises an alarm while there is still time to change keys. */
public final class Expiry {

    private static final Duration NOTICE = Duration.ofDays(30);

    private final OwnKeys keys;
    private final Alarm alarm;
    private final Clock clock;

    Expiry(OwnKeys keys, Alarm alarm, Clock clock) {
        this.keys = keys;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** When the last of what a partner has ends; empty where there is none. */
    static Optional<Instant> ofPartner(Peer peer) {
        return peer.wire().certificates().stream().map(DatedCertificate::until).max(Comparator.naturalOrder());
    }

    private Optional<Instant> ofOwn() {
        return keys.all().stream()
                .map(key -> key.certificate().getNotAfter().toInstant())
                .max(Comparator.naturalOrder());
    }

    void look(Peer peer) {
        look(peer, ofPartner(peer), "the last certificate of the partner");
        look(peer, ofOwn(), "the last key of the gateway's own");
    }

    private void look(Peer peer, Optional<Instant> end, String what) {
        Instant now = clock.instant();
        end.filter(time -> time.isBefore(now.plus(NOTICE))).ifPresent(time -> {
            long days = Math.max(0, Duration.between(now, time).toDays());
            alarm.raise(
                    peer.id(),
                    Wire.AS2,
                    "certificate",
                    "",
                    what + " ends in " + days + " days, on " + time + ": see ./gateway keys");
        });
    }
}
