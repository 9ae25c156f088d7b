package org.customsgateway.connector.as2;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Rate;
import org.customsgateway.connector.SafeName;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Keeps what was refused, and why: so many a minute, for anybody may send what is going to be refused. */
final class Refusals {

    private static final int OF_STRANGERS = 10;
    private static final int OF_A_PARTNER = 60;

    private final Ledger ledger;
    private final Alarm alarm;
    private final Supplier<String> ids;
    private final Clock clock;
    private final Map<Optional<PartnerId>, Rate> rates = new ConcurrentHashMap<>();

    Refusals(Ledger ledger, Alarm alarm, Supplier<String> ids, Clock clock) {
        this.ledger = ledger;
        this.alarm = alarm;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of nobody who is known, or who does not show to be who it says. */
    void ofStranger(Headers http, Optional<PartnerId> said, String reason) {
        if (rate(Optional.empty()).take(OF_STRANGERS)) {
            alarm.raise(said.orElse(null), Wire.AS2, "refused", "", reason);
            ledger.refused(new Ledger.Refused(
                    ids.get(),
                    said,
                    safe(http.get("AS2-From")) + " to " + safe(http.get("AS2-To")),
                    safe(http.get("Message-ID")),
                    reason,
                    new byte[0],
                    false));
        }
    }

    /**
     * @param receipt empty where none was asked for
     * @param later whether it is to be sent in a request of its own
     * @return false when there are too many: nothing is kept of it
     */
    boolean of(Peer peer, String messageId, String reason, byte[] receipt, boolean later) {
        boolean kept = rate(Optional.of(peer.id())).take(OF_A_PARTNER);
        if (kept) {
            ledger.refused(new Ledger.Refused(
                    ids.get(),
                    Optional.of(peer.id()),
                    peer.wire().id() + " to " + peer.wire().ours(),
                    safe(messageId),
                    reason,
                    receipt,
                    later));
        }
        return kept;
    }

    private Rate rate(Optional<PartnerId> whose) {
        return rates.computeIfAbsent(whose, same -> new Rate(clock));
    }

    /** An id may have its brackets; anything else than a name is made one. */
    private static String safe(String said) {
        return said.isEmpty() || said.matches("[!-~]{1,500}") ? said : SafeName.of(said);
    }
}
