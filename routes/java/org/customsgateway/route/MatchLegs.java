package org.customsgateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.WireEnd;
import org.customsgateway.journal.Arrived;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.Matching;
import org.customsgateway.journal.Outgoing;
import org.customsgateway.journal.Settlement;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.match.Joined;
import org.customsgateway.match.Judge;
import org.customsgateway.match.Match;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.match.Plan;
import org.customsgateway.match.Trio;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at legs that have come, or whose time is up, joins what is whole and hands it over. What is done is decided on what was
 * read and committed only if it is still so; else it looks again. So it does not matter how many look at the same legs.
 */
final class MatchLegs {

    private static final String FAULT = "MATCH-FAULT";

    /** Legs or arrivals at a time. */
    private static final int SWEEP = 200;

    /** How often others may change what was read before it is no longer chance. */
    private static final int RACES = 50;

    /** A leg that our own files cannot declare waits this long for them to be mended. */
    private static final Duration MENDING = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(MatchLegs.class);

    private final Journal journal;
    private final MatchFiles files;
    private final WholePolicy wholes;
    private final Partners partners;
    private final HandOff handOff;
    private final Clock clock;
    private final Lamp fault;

    MatchLegs(Journal journal, MatchFiles files, WholePolicy wholes, Partners partners, HandOff handOff, Clock clock) {
        this.journal = journal;
        this.files = files;
        this.wholes = wholes;
        this.partners = partners;
        this.handOff = handOff;
        this.clock = clock;
        this.fault = new Lamp(journal, "MATCH-RULES", "mappings/_shared/match", clock);
    }

    /** The batch is journaled: it may fail here and is found again by {@link #sweep}. */
    void look(Batch batch) {
        List<ItemEntry> legs =
                batch.entries().stream().filter(entry -> entry.leg() != null).toList();
        if (!legs.isEmpty()) {
            look(
                    legs.stream().map(ItemEntry::id).toList(),
                    new Arrived(
                            batch.interchangeId(),
                            legs.get(0).sequence(),
                            legs.get(legs.size() - 1).sequence()));
        }
    }

    /** What an earlier run has left, and what could not be declared then. */
    public void sweep() {
        for (Arrived arrived : journal.legs().overlooked(clock.instant(), SWEEP)) {
            look(journal.legs().of(arrived), arrived);
        }
        journal.alarms().open(FAULT).stream()
                .filter(order -> journal.legs().find(order).filter(Leg::waits).isEmpty())
                .forEach(order -> journal.alarms().clear(FAULT, order, clock.instant()));
    }

    /** Legs whose others did not come in time. */
    public void overdue() {
        List<String> before;
        List<String> overdue = List.of();
        do {
            before = overdue;
            overdue = journal.legs().overdue(clock.instant(), SWEEP);
            look(overdue, null);
        } while (overdue.size() == SWEEP && !overdue.equals(before));
    }

    /** Edits of the match's files; a faulty one is alarmed and leaves the last good ones in use. */
    public void files() {
        try {
            if (files.look()) {
                fault.off();
                LOG.info("the match is in use in version {}", files.current().version());
            }
        } catch (RuntimeException e) {
            LOG.error("the match's files are broken: {}", e.getMessage());
            fault.on(e.getMessage());
        }
    }

    private void look(Collection<String> items, Arrived arrived) {
        if (items.isEmpty() && arrived == null) {
            return;
        }
        for (int race = 0; race < RACES; race++) {
            Optional<List<Settlement>> settled = settle(items, arrived);
            if (settled.isPresent()) {
                handOff.send(outgoing(settled.get()));
                return;
            }
        }
        throw new IllegalStateException("legs are changed by others again and again");
    }

    private Optional<List<Settlement>> settle(Collection<String> items, Arrived arrived) {
        Instant now = clock.instant();
        Match match = files.current();
        Map<String, Leg> around = journal.legs().around(items);
        Plan plan = new Plan(around, items, match.rules(), this::told, now);
        List<Matching> matchings = new ArrayList<>(plan.matchings());
        List<Leg> later = new ArrayList<>();
        Judge judge = new Judge(match.rules(), this::told, now);
        Map<String, byte[]> documents = journal.legs()
                .documents(plan.trios().stream()
                        .flatMap(trio -> trio.legs().stream())
                        .map(Leg::itemId)
                        .toList());
        Map<Trio, byte[]> declarations = new LinkedHashMap<>();
        for (Trio trio : plan.trios()) {
            made(trio, () -> wholes.declaration(match, trio, documents))
                    .ifPresent(declaration -> declarations.put(trio, declaration));
        }
        Enriching enriching = wholes.enriching(declarations, now);
        for (Trio trio : plan.trios()) {
            byte[] own = documents.get(trio.order().itemId());
            Optional<Joined> joined = Optional.ofNullable(declarations.get(trio))
                    .flatMap(declaration ->
                            made(trio, () -> wholes.joined(match, trio, declaration, own, enriching, now)));
            if (joined.isPresent()) {
                matchings.add(judge.of(trio, joined.get()));
            } else {
                later.add(trio.order());
                matchings.add(judge.later(trio.order(), now.plus(MENDING)));
            }
        }
        return journal.legs().settle(matchings, arrived, later, now.plus(MENDING), now);
    }

    /** Empty, with an alarm, where our own files make no declaration of it. */
    private <T> Optional<T> made(Trio trio, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            LOG.error("order {} cannot be joined", trio.order().itemId(), e);
            journal.alarms()
                    .raise(
                            FAULT,
                            trio.order().itemId(),
                            "the legs make no valid declaration: " + e.getMessage(),
                            clock.instant());
            return Optional.empty();
        }
    }

    private StatusEntry told(PartnerId id, Status status) {
        Optional<Partner> partner = partners.find(id);
        boolean report = partner.map(known -> known.reply().statuses().contains(status.code()))
                .orElse(true);
        boolean listed = partner.map(known -> known.wires().has(WireEnd.HTTPS)).orElse(false);
        return new StatusEntry(status, report, listed);
    }

    private static List<Outgoing> outgoing(List<Settlement> settlements) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (Settlement settlement : settlements) {
            Settlement.Whole whole = settlement.declared();
            if (whole != null) {
                outgoing.addAll(
                        HandOff.now(whole.orderItem(), whole.partner(), whole.handOvers(), whole.declaration()));
            }
        }
        return outgoing;
    }
}
