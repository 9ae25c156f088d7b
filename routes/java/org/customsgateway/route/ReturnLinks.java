package org.customsgateway.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.OnDoubt;
import org.customsgateway.connector.ReturnPolicy;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.KnownReturn;
import org.customsgateway.journal.ReturnEntry;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.Problem;

/** Links the returns of one batch to what the goods came in with. What is linked here is journaled with the batch, or looked for again. */
final class ReturnLinks {

    private final Journal journal;
    private final BackEnds backEnds;
    private final Reading reading;
    private final ReturnPart part;
    private final Map<String, CameIn> known = new HashMap<>();

    ReturnLinks(Journal journal, BackEnds backEnds, Reading reading, ReturnPart part) {
        this.part = part;
        this.journal = journal;
        this.backEnds = backEnds;
        this.reading = reading;
    }

    /** @param cancels whether it is the withdrawal of a return: there is nothing to be doubted then */
    ReturnLink of(MappedItem item, boolean cancels) {
        if (item.returned() == null) {
            return ReturnLink.NO_RETURN;
        }
        ReturnPolicy policy = reading.partner().returns();
        Original original = Original.find(journal, item.returned(), reading.partner());
        ReturnFaults faults = new ReturnFaults(reading, item);
        if (original.versions().isEmpty()) {
            List<Problem> problems = cancels ? List.of() : List.of(faults.notFound(original, policy.unknown()));
            return new ReturnLink(
                    new ReturnEntry(null, 0, cancels, null),
                    problems,
                    cancels ? null : policy.unknown(),
                    evidence(original, null, problems),
                    Map.of());
        }
        Item latest = original.versions().get(0);
        CameIn cameIn = known.computeIfAbsent(latest.id(), id -> cameIn(original.versions()));
        var whose = new CameIn.Whose(reading.partner().id(), item.key());
        List<GoodsLine> goods = cancels ? List.of() : GoodsLine.of(item.declaration());
        List<Problem> problems = faults.tooMuch(cameIn, whose, goods, policy.more());
        OnDoubt doubt = problems.isEmpty() ? null : policy.more();
        if (doubt == OnDoubt.REJECT) {
            return new ReturnLink(null, problems, doubt, Map.of(), Map.of());
        }
        cameIn.takes(whose, goods);
        var entry = new ReturnEntry(
                latest.id(),
                cameIn.next(),
                cancels,
                cancels
                        ? null
                        : part.of(
                                original.versions(),
                                cameIn,
                                goods,
                                reading.interchange().receivedAt()));
        return new ReturnLink(
                entry,
                problems,
                doubt,
                evidence(original, entry, problems),
                Assessment.properties(journal, backEnds, original.versions()));
    }

    private Map<String, String> evidence(Original original, ReturnEntry entry, Collection<Problem> problems) {
        var evidence = new TreeMap<String, String>();
        evidence.put("return", original.word());
        if (entry != null) {
            Item latest = original.versions().get(0);
            evidence.put("returnOf", latest.id());
            evidence.put("returnOfPartner", latest.partner().value());
            evidence.put(
                    "returnOfStatus",
                    latest.status() == null ? "" : latest.status().name());
            evidence.put("returnNumber", Integer.toString(entry.n()));
        }
        if (!problems.isEmpty()) {
            evidence.put(
                    "returnCodes",
                    problems.stream().map(Problem::rule).distinct().collect(Collectors.joining(",")));
        }
        return evidence;
    }

    /** With what has come back of it before, in whatever version of it that was linked to. */
    private CameIn cameIn(List<Item> versions) {
        Item latest = versions.get(0);
        List<KnownReturn> before =
                journal.returns().of(versions.stream().map(Item::id).toList());
        int last = before.stream()
                .filter(one -> one.originalId().equals(latest.id()))
                .mapToInt(KnownReturn::n)
                .max()
                .orElse(0);
        CameIn cameIn = new CameIn(goods(latest.id()), last);
        Map<CameIn.Whose, List<KnownReturn>> byWhose = new LinkedHashMap<>();
        before.forEach(one -> byWhose.computeIfAbsent(CameIn.Whose.of(one), none -> new ArrayList<>())
                .add(one));
        byWhose.forEach((whose, all) -> cameIn.takes(whose, standing(all)));
        return cameIn;
    }

    /** Of the latest version that was not refused; nothing where that is a withdrawal. */
    private List<GoodsLine> standing(List<KnownReturn> versions) {
        return versions.stream()
                .filter(one -> !Original.ENDED.contains(one.status()))
                .reduce((one, other) -> one.version() > other.version() ? one : other)
                .filter(one -> !one.cancels())
                .map(one -> goods(one.itemId()))
                .orElse(List.of());
    }

    private List<GoodsLine> goods(String id) {
        return journal.items().declaration(id).map(GoodsLine::of).orElse(List.of());
    }
}
