package org.customsgateway.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.connector.DuplicatePolicy.SameKey;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.WireEnd;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.KnownItem;
import org.customsgateway.journal.LegEntry;
import org.customsgateway.journal.ReturnEntry;
import org.customsgateway.journal.Sighting;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.mapping.ItemInputs;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.enrich.Enriched;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** What an item becomes: a new declaration, an amendment of an earlier one, a duplicate, or a rejection. */
final class ItemPolicy {

    /** UN/EDIFACT 1225: original. */
    private static final String ORIGINAL = "9";

    /** UN/EDIFACT 1225: replace. */
    private static final String REPLACEMENT = "5";

    /** UN/EDIFACT 1225: cancellation. */
    private static final String CANCELLATION = "1";

    private static final Set<StatusCode> ENDED = EnumSet.of(StatusCode.REJECTED, StatusCode.CANCELLED);

    private final Routing routing;
    private final LegPolicy legs;
    private final Knowledge knowledge;

    ItemPolicy(Routing routing, LegPolicy legs, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.legs = legs;
        this.routing = routing;
    }

    /** Links the returns of one batch. */
    ReturnLinks returns(Journal journal, Reading reading) {
        return new ReturnLinks(journal, routing.backEnds(), reading, legs.part(journal));
    }

    /**
     * @param items in their order; a later one may repeat or amend an earlier one
     * @param known the latest declared item of each key, before these
     * @param returns links those that are goods which come back
     */
    List<ItemEntry> entries(
            Reading reading, List<MappedItem> items, Map<ItemKey, KnownItem> known, ReturnLinks returns, Instant now) {
        var beside = new Neighbours(new Earlier(known, routing), returns, knowledge.at(now));
        beside.enriching().look(reading, items);
        List<ItemEntry> entries = new ArrayList<>(items.size());
        for (MappedItem item : items) {
            ItemEntry entry = entry(reading, item, beside, now);
            beside.earlier().add(entry);
            entries.add(entry);
        }
        return entries;
    }

    private ItemEntry entry(Reading reading, MappedItem item, Neighbours beside, Instant now) {
        KnownItem known = beside.earlier().of(item.key());
        Partner partner = reading.partner();
        if (item.rejected()) {
            return undeclared(reading, item, rejected(item.problems(), now));
        }
        if (LegPolicy.waits(reading)) {
            return waiting(reading, item, known, now);
        }
        if (item.cancels()) {
            return known == null || known.status() == StatusCode.CANCELLED
                    ? undeclared(reading, item, rejected(with(item.problems(), ItemFaults.nothingToCancel(item)), now))
                    : declared(reading, item, beside, CANCELLATION, now);
        }
        if (known == null) {
            return declared(reading, item, beside, ORIGINAL, now);
        }
        if (known.status() == StatusCode.CANCELLED) {
            return declared(reading, item, beside, ORIGINAL, now); // what was withdrawn is replaced by nothing
        }
        if (known.contentHash().equals(item.contentHash())) {
            return undeclared(reading, item, duplicate(known, now));
        }
        if (partner.duplicates().key() == SameKey.REJECT) {
            return undeclared(reading, item, rejected(with(item.problems(), ItemFaults.keyTaken(item, known)), now));
        }
        return declared(reading, item, beside, REPLACEMENT, now);
    }

    /**
     * A leg of an order is declared with the others, whatever comes first: the match tells what it becomes. One that was rejected may
     * come again as it was, because what was missing was another's.
     */
    private ItemEntry waiting(Reading reading, MappedItem item, KnownItem known, Instant now) {
        boolean stands = known != null && !ENDED.contains(known.status());
        if (item.cancels() && (known == null || known.status() == StatusCode.CANCELLED)) {
            return undeclared(reading, item, rejected(with(item.problems(), ItemFaults.nothingToCancel(item)), now));
        }
        if (stands && known.contentHash().equals(item.contentHash())) {
            return undeclared(reading, item, duplicate(known, now));
        }
        if (stands && !item.cancels() && reading.partner().duplicates().key() == SameKey.REJECT) {
            return undeclared(reading, item, rejected(with(item.problems(), ItemFaults.keyTaken(item, known)), now));
        }
        int version = known == null ? 1 : known.version() + 1;
        MappedItem mapped = version == 1 ? item : again(reading, item, version, ORIGINAL, "", "");
        if (mapped.rejected()) {
            return undeclared(reading, mapped, rejected(mapped.problems(), now));
        }
        LegEntry leg = legs.leg(reading, mapped, now);
        Status received = LegPolicy.received(leg, mapped, now);
        return entry(
                reading,
                mapped,
                version,
                mapped.problems(),
                mapped.declaration(),
                List.of(),
                List.of(received),
                item.cancels() ? Set.of() : Quality.counted(mapped, stands),
                List.of(),
                null,
                leg);
    }

    /** The first declaration of an item, the one in place of the earlier one, its withdrawal, or one anew after that. */
    private ItemEntry declared(Reading reading, MappedItem item, Neighbours beside, String functionCode, Instant now) {
        KnownItem known = beside.earlier().of(item.key());
        boolean cancels = functionCode.equals(CANCELLATION);
        if (item.returned() != null && !cancels) {
            // before it counts as come back
            MappedItem judged = item.with(
                    Quality.problems(item, beside.enriching().add(reading, item).findings()));
            if (judged.rejected()) {
                return undeclared(reading, judged, rejected(judged.problems(), now));
            }
        }
        ReturnLink link = beside.returns().of(item, cancels);
        if (link.rejects()) {
            List<Problem> all = new ArrayList<>(item.problems());
            all.addAll(link.problems());
            return undeclared(reading, item, rejected(all, now));
        }
        int version = known == null ? 1 : known.version() + 1;
        String previous = functionCode.equals(ORIGINAL) ? "" : known.standing();
        MappedItem mapped = version == 1 && link.originalId().isEmpty()
                ? item
                : again(reading, item, version, functionCode, previous, link.originalId());
        return mapped.rejected()
                ? undeclared(reading, mapped, rejected(mapped.problems(), now))
                : declared(reading, mapped, version, functionCode, link, beside, previous, now);
    }

    private static MappedItem again(
            Reading reading, MappedItem item, int version, String functionCode, String previous, String original) {
        var again = new ItemInputs(
                id(reading, item),
                functionCode,
                version,
                reading.partner().id().value(),
                reading.interchange().id(),
                reading.interchange().receivedAt(),
                previous,
                original,
                Profile.of(reading.mapping(), reading.partner()));
        MappedItem mapped = reading.mapping().remap(item, again);
        if (!mapped.failure().isEmpty()) {
            throw new IllegalStateException("item " + item.sequence() + " cannot be mapped again: " + mapped.failure());
        }
        return mapped;
    }

    private ItemEntry declared(
            Reading reading,
            MappedItem mapped,
            int version,
            String functionCode,
            ReturnLink link,
            Neighbours beside,
            String previous,
            Instant now) {
        Partner partner = reading.partner();
        boolean cancels = functionCode.equals(CANCELLATION);
        Enriched enriched = cancels
                ? Enriched.untouched(mapped.declaration())
                : beside.enriching().add(reading, mapped);
        MappedItem item = mapped.with(Quality.problems(mapped, enriched.findings()));
        if (item.rejected()) {
            return undeclared(reading, item, rejected(item.problems(), now));
        }
        LocalDate day = Channel.day(item.key(), reading.interchange().receivedAt());
        var properties = Enrichment.of(reading, item, version, functionCode, link, enriched.properties());
        var facts = new RoutingFacts(
                enriched.consignment(), partner.kind().name(), partner.id().value(), properties);
        List<HandOverEntry> handOvers = Routing.handOvers(
                routing.ways(facts, day, beside.earlier().shown(previous), cancels),
                now,
                partner.decisionTimeout(),
                properties,
                link.assessed());
        List<Problem> problems = new ArrayList<>(item.problems());
        problems.addAll(link.problems());
        List<Status> statuses = new ArrayList<>();
        statuses.add(Status.of(StatusCode.RECEIVED, now).with(problems));
        if (link.refers()) {
            Problem first = link.problems().get(0);
            statuses.add(new Status(
                    StatusCode.UNDER_REVIEW, now, first.rule(), first.text(), link.problems(), List.of(), null, ""));
        }
        return entry(
                reading,
                item,
                version,
                problems,
                enriched.declaration(),
                handOvers,
                statuses,
                cancels ? Set.of() : Quality.counted(item, enriched, functionCode.equals(REPLACEMENT)),
                functionCode.equals(ORIGINAL) ? beside.enriching().meet(mapped.declaration()) : List.of(),
                link.entry(),
                null);
    }

    private ItemEntry undeclared(Reading reading, MappedItem item, Status status) {
        Set<String> counted = item.cancels() ? Set.of() : Quality.counted(status);
        return entry(
                reading, item, 0, status.problems(), null, List.of(), List.of(status), counted, List.of(), null, null);
    }

    private ItemEntry entry(
            Reading reading,
            MappedItem item,
            int version,
            List<Problem> problems,
            byte[] declaration,
            List<HandOverEntry> handOvers,
            List<Status> statuses,
            Set<String> counted,
            List<Sighting> sightings,
            ReturnEntry returned,
            LegEntry leg) {
        boolean listed = reading.partner().wires().has(WireEnd.HTTPS);
        return new ItemEntry(
                id(reading, item),
                item.sequence(),
                item.key(),
                item.contentHash(),
                version,
                item.facts(),
                problems,
                declaration,
                handOvers,
                statuses.stream()
                        .map(status -> new StatusEntry(
                                status, reading.partner().reply().statuses().contains(status.code()), listed))
                        .toList(),
                item.aliases(),
                counted,
                sightings,
                returned,
                leg);
    }

    private static String id(Reading reading, MappedItem item) {
        return ItemId.of(reading.interchange().id(), item.sequence());
    }

    private static Status rejected(List<Problem> problems, Instant now) {
        return Status.of(StatusCode.REJECTED, now).with(problems);
    }

    private static Status duplicate(KnownItem known, Instant now) {
        String text = "already declared as " + known.itemId() + ", which is " + known.status();
        return new Status(StatusCode.DUPLICATE, now, "", text, List.of(), List.of(), null, "");
    }

    private static List<Problem> with(List<Problem> problems, Problem one) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(one);
        return all;
    }
}
