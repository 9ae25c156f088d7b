package org.customsgateway.route;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Leg;
import org.customsgateway.mapping.WcoFinding;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.match.Match;
import org.customsgateway.match.Trio;
import org.customsgateway.message.LegKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The joined declarations of one look at legs, by the match's files as they were when it began. It looks again when others were faster
 * with one of its many legs: what it has joined of the rest is not joined once more.
 */
final class Wholes {

    static final String FAULT = "MATCH-FAULT";

    private static final Logger LOG = LoggerFactory.getLogger(Wholes.class);

    private final Match match;
    private final WcoModel wco;
    private final Journal journal;
    private final Clock clock;
    private final Map<Trio, Optional<byte[]>> made = new HashMap<>();

    Wholes(Match match, WcoModel wco, Journal journal, Clock clock) {
        this.match = match;
        this.wco = wco;
        this.journal = journal;
        this.clock = clock;
    }

    Match match() {
        return match;
    }

    void make(List<Trio> trios) {
        List<Trio> fresh =
                trios.stream().filter(trio -> !made.containsKey(trio)).toList();
        Map<String, byte[]> documents = journal.legs()
                .documents(fresh.stream()
                        .flatMap(trio -> trio.legs().stream())
                        .map(Leg::itemId)
                        .toList());
        fresh.forEach(trio -> made.put(trio, declaration(trio, documents)));
    }

    /** Empty, with an alarm, where our own files make no valid declaration of it: that is no fault of the senders. */
    Optional<byte[]> of(Trio trio) {
        return made.get(trio);
    }

    private Optional<byte[]> declaration(Trio trio, Map<String, byte[]> documents) {
        Map<LegKind, byte[]> parts = new EnumMap<>(LegKind.class);
        parts.put(LegKind.ORDER, documents.get(trio.order().itemId()));
        trio.companions().forEach((kind, leg) -> parts.put(kind, documents.get(leg.itemId())));
        String text;
        try {
            byte[] declaration = match.declaration(trio, parts);
            List<WcoFinding> findings = wco.validateDeclaration(declaration);
            if (findings.isEmpty()) {
                return Optional.of(declaration);
            }
            text = findings.get(0).path() + ": " + findings.get(0).text();
        } catch (RuntimeException e) {
            LOG.error("order {} cannot be joined", trio.order().itemId(), e);
            text = String.valueOf(e.getMessage());
        }
        journal.alarms()
                .raise(FAULT, trio.order().itemId(), "the legs make no valid declaration: " + text, clock.instant());
        return Optional.empty();
    }
}
