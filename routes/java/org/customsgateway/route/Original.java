package org.customsgateway.route;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.Returned;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/**
 * What goods that come back were declared as when they came in.
 *
 * @param word {@code linked}; or why it is not known: {@code unnamed}, {@code unknown}, {@code ambiguous}, {@code ended} (it was refused or
 *     withdrawn, so nothing came in)
 * @param name the number by which it was found, or ought to have been; null where none is named
 * @param versions of it, the latest that was not refused first; none where it is not known
 */
record Original(String word, Returned.Name name, List<Item> versions) {

    static final Set<StatusCode> ENDED = EnumSet.of(StatusCode.REJECTED, StatusCode.CANCELLED);

    /** By the first of the named numbers by which anything is found. Only what the partner may see is looked at. */
    static Original find(Journal journal, Returned returned, Partner partner) {
        if (returned.names().isEmpty()) {
            return new Original("unnamed", null, List.of());
        }
        Set<PartnerId> seen = new HashSet<>(partner.returns().of());
        seen.add(partner.id());
        for (Returned.Name name : returned.names()) {
            List<List<Item>> found = all(journal, name, seen).stream()
                    .filter(versions -> agrees(versions.get(0), returned.agree()))
                    .toList();
            if (!found.isEmpty()) {
                return chosen(name, found);
            }
        }
        return new Original("unknown", returned.names().get(0), List.of());
    }

    private static Original chosen(Returned.Name name, List<List<Item>> found) {
        List<List<Item>> standing = found.stream()
                .map(Original::standing)
                .filter(versions -> !versions.isEmpty())
                .toList();
        return switch (standing.size()) {
            case 0 -> new Original("ended", name, List.of());
            case 1 -> new Original("linked", name, standing.get(0));
            default -> new Original("ambiguous", name, List.of());
        };
    }

    /** Each item in all its versions, the latest first. */
    private static List<List<Item>> all(Journal journal, Returned.Name name, Set<PartnerId> partners) {
        List<Item> named = name.by().equals(Returned.KEY)
                ? ofKey(journal, name, partners)
                : journal.returns().ofAlias(name.by(), name.id(), partners);
        record Whose(PartnerId partner, ItemKey key) {}
        Map<Whose, List<Item>> items = new LinkedHashMap<>();
        for (Item item : named) {
            items.computeIfAbsent(
                    new Whose(item.partner(), item.key()),
                    whose -> journal.returns().versions(whose.partner(), whose.key()));
        }
        return List.copyOf(items.values());
    }

    /** A parcel that is declared with its order only has no declaration of its own: the order is meant. */
    private static List<Item> ofKey(Journal journal, Returned.Name name, Set<PartnerId> partners) {
        List<Item> named = journal.returns().ofKey(name.id(), name.date(), partners);
        return named.isEmpty() && name.date().isEmpty() ? journal.returns().ofParcel(name.id(), partners) : named;
    }

    private static boolean agrees(Item item, Map<String, String> facts) {
        return facts.entrySet().stream().allMatch(fact -> {
            String its = item.facts().getOrDefault(fact.getKey(), "");
            return its.isEmpty() || its.equals(fact.getValue());
        });
    }

    /** What stands of it: a refused amendment changes nothing, a withdrawal ends it. */
    private static List<Item> standing(List<Item> versions) {
        return versions.get(0).status() == StatusCode.CANCELLED ? List.of() : notRefused(versions);
    }

    static List<Item> notRefused(List<Item> versions) {
        return versions.stream()
                .filter(version -> !ENDED.contains(version.status()))
                .toList();
    }
}
