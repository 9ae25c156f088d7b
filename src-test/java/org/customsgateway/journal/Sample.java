package org.customsgateway.journal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Tax;
import org.customsgateway.message.Wire;

/** What the journal's tests put into it. */
final class Sample {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    static final PartnerId SWIFT = new PartnerId("post-swift");
    static final PartnerId OTHER = new PartnerId("post-other");
    static final FormatId FORMAT = new FormatId("upu-itmatt");
    static final FormatId REPLY = new FormatId("upu-cusrsp");
    static final String NODE = "node-1";
    static final Duration LEASE = Duration.ofMinutes(1);
    static final Set<StatusCode> CODES = Set.of(StatusCode.values());
    static final Problem WARNING = new Problem(
            "UPU-S10-CHECK",
            Severity.WARN,
            new Pointer("Item[1]/Id", 12, 7),
            "D013",
            "RR123456789XX",
            "The check digit is \"9\"; ü, ı and \u2603 stay.",
            "xsd/upu-itmatt/itmatt.xsd:40");
    static final Tax DUTY =
            new Tax("A00", 1, new BigDecimal("100.00"), new BigDecimal("2.50"), new BigDecimal("2.50"), "SGD");

    /** Releases what both back-ends have answered; holds what risk holds; knows time-outs. */
    static final Combiner BOTH = standing -> {
        if (!standing.overdue().isEmpty()) {
            return Optional.of(told(StatusCode.TIMED_OUT));
        }
        List<Decision> risk = standing.decisions().getOrDefault("risk", List.of());
        if (!risk.isEmpty() && risk.get(risk.size() - 1).outcome().equals("hold")) {
            return Optional.of(told(StatusCode.HELD));
        }
        return standing.decisions().size() == 2 ? Optional.of(told(StatusCode.RELEASED)) : Optional.empty();
    };

    private Sample() {}

    static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static Arrival arrival(String id, PartnerId partner, String mark, String content) {
        return new Arrival(id, partner, Wire.SFTP, mark, id + ".xml", kept(content), NOON, List.of(), null);
    }

    static Arrival arrival(String id, Kept bytes) {
        return new Arrival(id, SWIFT, Wire.SFTP, id, id + ".xml", bytes, NOON, List.of(), null);
    }

    /** Not really: nobody reads them. */
    static Kept kept(String content) {
        return new Kept(raw(content), null);
    }

    static RawBytes raw(String content) {
        return new RawBytes(content.repeat(64).substring(0, 64), content.length());
    }

    static StatusEntry told(StatusCode code) {
        return new StatusEntry(Status.of(code, NOON), true);
    }

    /** An interchange that {@link #NODE} has claimed and is reading. */
    static String reading(Journal journal, String id, PartnerId partner) {
        journal.interchanges().receive(arrival(id, partner, "mark of " + id, "content of " + id));
        List<Interchange> claimed = journal.interchanges().claim(NODE, 1000, NOON.plus(LEASE), NOON);
        claimed.forEach(one -> journal.interchanges()
                .reading(
                        one.id(),
                        NODE,
                        FORMAT,
                        "v7",
                        new Interchanges.Heard("ref of " + one.id(), Map.of(), List.of()),
                        false));
        return id;
    }

    static ItemEntry item(String interchange, int sequence) {
        return item(interchange, sequence, interchange + "/" + sequence, 1);
    }

    static ItemEntry item(String interchange, int sequence, String key, int version) {
        String id = ItemId.of(interchange, sequence);
        return new ItemEntry(
                id,
                sequence,
                new ItemKey(key, "2026-11-20"),
                "hash of " + id,
                version,
                Map.of("origin", "SGSINA", "class", "C"),
                List.of(WARNING),
                ("declaration " + id).getBytes(StandardCharsets.UTF_8),
                List.of(new HandOverEntry("risk", "{}", after(60)), new HandOverEntry("revenue", "", after(90))),
                List.of(told(StatusCode.RECEIVED)));
    }

    /** The same with what an item may have besides. */
    static ItemEntry with(
            ItemEntry plain,
            Map<String, String> aliases,
            Set<String> counted,
            List<Sighting> sightings,
            ReturnEntry returned) {
        return with(plain, aliases, counted, sightings, returned, null);
    }

    /** The same as a leg of an order. */
    static ItemEntry withLeg(ItemEntry plain, LegEntry leg) {
        return with(plain, plain.aliases(), plain.counted(), plain.sightings(), plain.returned(), leg);
    }

    private static ItemEntry with(
            ItemEntry plain,
            Map<String, String> aliases,
            Set<String> counted,
            List<Sighting> sightings,
            ReturnEntry returned,
            LegEntry leg) {
        return new ItemEntry(
                plain.id(),
                plain.sequence(),
                plain.key(),
                plain.contentHash(),
                plain.version(),
                plain.facts(),
                plain.problems(),
                plain.declaration(),
                plain.handOvers(),
                plain.statuses(),
                aliases,
                counted,
                sightings,
                returned,
                leg);
    }

    static Batch batch(String interchange, PartnerId partner, List<ItemEntry> entries) {
        return new Batch(interchange, NODE, partner, FORMAT, "v7", NOON, entries);
    }

    /** Items {@code from} to {@code to}. */
    static Batch batch(String interchange, int from, int to) {
        return batch(
                interchange,
                SWIFT,
                IntStream.rangeClosed(from, to)
                        .mapToObj(n -> item(interchange, n))
                        .toList());
    }

    static DecisionEntry decision(String item, String backend, String ref, String outcome, Instant issued) {
        return new DecisionEntry(
                item,
                backend,
                ref,
                "11",
                outcome,
                true,
                issued,
                issued.plusSeconds(1),
                "<RES/>".getBytes(StandardCharsets.UTF_8));
    }

    static List<StatusCode> codes(Journal journal, String item) {
        return journal.items().statuses(item).stream().map(Status::code).toList();
    }

    static List<String> claimed(Journal journal, int max) {
        return new ArrayList<>(journal.interchanges().claim(NODE, max, after(60), NOON).stream()
                .map(Interchange::id)
                .toList());
    }
}
