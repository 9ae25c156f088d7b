package org.customsgateway.route;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.UnknownFormat;
import org.customsgateway.message.FormatId;

/** Finds for what is unreported the format that tells it to its partner. */
final class Tellings {

    private final Journal journal;
    private final Formats formats;
    private final Partners partners;
    private final Clock clock;
    /** By the interchanges' format. */
    private final Map<FormatId, Lamp> lamps = new ConcurrentHashMap<>();

    Tellings(Journal journal, Formats formats, Partners partners, Clock clock) {
        this.journal = journal;
        this.formats = formats;
        this.partners = partners;
        this.clock = clock;
    }

    /** Each with the interchange and the format of its own; those of one interchange are told in their order. */
    List<Telling> of(List<Unreported> page) {
        Map<List<Object>, Telling> tellings = new LinkedHashMap<>();
        for (Unreported unreported : page) {
            partners.find(unreported.partner())
                    .flatMap(partner -> telling(unreported, partner))
                    .ifPresent(telling -> tellings.merge(
                            List.of(
                                    unreported.interchangeId(),
                                    telling.format().id(),
                                    telling.codes().isEmpty()),
                            telling,
                            Tellings::both));
        }
        return List.copyOf(tellings.values());
    }

    private static Telling both(Telling one, Telling other) {
        List<Unreported> waiting = new ArrayList<>(one.waiting());
        waiting.addAll(other.waiting());
        return new Telling(one.partner(), one.format(), waiting);
    }

    /**
     * An interchange in no known format is answered in the one that answers the partner's first. Empty when no reply tells it,
     * and, with an alarm, while one of the two formats is not usable: then it waits.
     */
    private Optional<Telling> telling(Unreported unreported, Partner partner) {
        if (!partner.reply().isSent()) {
            journal.replies().leaveUntold(unreported); // it reads it where it reads all else
            return Optional.empty();
        }
        FormatId format = unreported.format() != null
                ? unreported.format()
                : partner.formats().get(0);
        Lamp lamp = lamps.computeIfAbsent(format, id -> new Lamp(journal, "REPLY-FORMAT", id.value(), clock));
        try {
            Optional<FormatId> answers = answers(unreported, formats.current(format), partner);
            if (answers.isEmpty()) {
                journal.replies().leaveUntold(unreported);
                return Optional.empty();
            }
            Mapping reply = formats.current(answers.get());
            lamp.off();
            if (unreported.code() == null && !canBeBuilt(reply, unreported)) {
                untold(unreported, reply);
                return Optional.empty();
            }
            return Optional.of(new Telling(partner, reply, List.of(unreported)));
        } catch (UnknownFormat e) {
            lamp.on("replies wait: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Some replies cannot do without facts that a broken interchange did not give: who sent it, under which reference. */
    private boolean canBeBuilt(Mapping reply, Unreported unreported) {
        return journal.interchanges()
                .find(unreported.interchangeId())
                .map(interchange -> reply.answers(interchange.facts()))
                .orElse(false);
    }

    private void untold(Unreported unreported, Mapping reply) {
        journal.alarms()
                .raise(
                        "REPLY-IMPOSSIBLE",
                        unreported.interchangeId(),
                        "too little could be read of it for a reply in " + reply.id() + ": tell " + unreported.partner()
                                + " in another way",
                        clock.instant());
        journal.replies().leaveUntold(unreported);
    }

    private static Optional<FormatId> answers(Unreported unreported, Mapping format, Partner partner) {
        List<FormatId> agreed = partner.reply().formats();
        if (unreported.code() != null) {
            return format.tells(unreported.code(), agreed);
        }
        return unreported.state() == InterchangeState.READING || unreported.state() == InterchangeState.READ
                ? format.tellsReading(agreed)
                : format.tellsRefusal(agreed);
    }
}
