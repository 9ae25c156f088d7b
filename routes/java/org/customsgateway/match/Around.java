package org.customsgateway.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.journal.Leg;
import org.customsgateway.message.LegKind;

/** Legs, found by their ids and by the keys that they have in common. */
final class Around {

    private final Map<String, Leg> byId;
    private final Map<LegKind, Map<String, List<Leg>>> byKey = new EnumMap<>(LegKind.class);

    Around(Map<String, Leg> byId) {
        this.byId = byId;
        for (LegKind kind : LegKind.values()) {
            byKey.put(kind, new HashMap<>());
        }
        for (Leg leg : byId.values()) {
            leg.keys()
                    .forEach((kind, key) -> byKey.get(kind)
                            .computeIfAbsent(key, none -> new ArrayList<>())
                            .add(leg));
        }
    }

    Collection<Leg> all() {
        return byId.values();
    }

    /** The order that a leg is part of, live or not. */
    Leg orderOf(Leg leg) {
        return byId.get(leg.orderItem());
    }

    /** The same leg, sent again, or by somebody else. */
    Stream<Leg> same(Leg leg) {
        return named(leg.kind(), leg.ownKey()).filter(other -> other != leg && other.kind() == leg.kind());
    }

    /** Legs of this kind that the order names, or that name the order. */
    Stream<Leg> companions(Leg order, LegKind kind) {
        return both(named(kind, order.key(kind)), named(LegKind.ORDER, order.ownKey()))
                .filter(leg -> leg.kind() == kind);
    }

    /** Orders that the leg names, or that name the leg. */
    Stream<Leg> orders(Leg leg) {
        return both(named(leg.kind(), leg.ownKey()), named(LegKind.ORDER, leg.key(LegKind.ORDER)))
                .filter(order -> order.kind() == LegKind.ORDER);
    }

    private Stream<Leg> named(LegKind kind, String key) {
        return byKey.get(kind).getOrDefault(key, List.of()).stream();
    }

    private static Stream<Leg> both(Stream<Leg> one, Stream<Leg> other) {
        var legs = new LinkedHashSet<Leg>();
        one.forEach(legs::add);
        other.forEach(legs::add);
        return legs.stream();
    }
}
