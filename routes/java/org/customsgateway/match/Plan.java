package org.customsgateway.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.LegChange;
import org.customsgateway.journal.LegState;
import org.customsgateway.journal.Matching;
import org.customsgateway.journal.Settlement;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.StatusCode;

/**
 * What is to be done about legs that have just come or whose time is up. It does not depend on the order in which they came:
 * it looks at what is there, by versions and ids, and only at what has a key in common with them.
 */
public final class Plan {

    private static final Comparator<Leg> EARLIEST = Comparator.comparing(Leg::itemId);

    private final Around around;
    private final Set<String> looked;
    private final Rules rules;
    private final Notice notice;
    private final Instant now;
    private final Set<String> done = new HashSet<>();
    private final List<Matching> matchings = new ArrayList<>();
    private final List<Trio> trios = new ArrayList<>();

    /**
     * @param around what has a key in common with the looked at ones, by item id
     * @param looked item ids of those that came, or whose time is up
     */
    public Plan(Map<String, Leg> around, Collection<String> looked, Rules rules, Wanted wanted, Instant now) {
        this.around = new Around(around);
        this.looked = new HashSet<>(looked);
        this.rules = rules;
        this.notice = new Notice(wanted, now);
        this.now = now;
        lookedAt().filter(leg -> takenBefore(leg)).toList().forEach(this::taken);
        lookedAt().toList().forEach(this::versions);
        orders().forEach(this::order);
        lookedAt().filter(leg -> leg.kind() != LegKind.ORDER).toList().forEach(this::alone);
    }

    /** Those that are whole: to be declared, or refused by the rules. */
    public List<Trio> trios() {
        return trios;
    }

    /** All else that is to be done. */
    public List<Matching> matchings() {
        return matchings;
    }

    // what another partner has sent before

    private boolean takenBefore(Leg leg) {
        Leg first = Stream.concat(Stream.of(leg), versionsOf(leg)).min(EARLIEST).orElseThrow();
        return rivals(leg).anyMatch(other -> other.joined() || EARLIEST.compare(other, first) < 0);
    }

    /** Whatever was journaled first: of two that wait the earlier has it, and who sent the other is told. */
    private void takes(Leg leg) {
        rivals(leg).filter(Leg::waits).toList().forEach(this::taken);
    }

    private void taken(Leg leg) {
        reject(leg, rules.only(Operator.TAKEN), "");
    }

    // earlier versions of the same leg

    private void versions(Leg leg) {
        if (!waits(leg) || versionsOf(leg).anyMatch(later -> later.waits() && later.version() > leg.version())) {
            return; // the later one is looked at too
        }
        takes(leg);
        Leg declared = declared(leg);
        boolean order = leg.kind() == LegKind.ORDER;
        if (!order && declared != null && around.orderOf(declared).joined()) {
            reject(leg, rules.only(Operator.CLOSED), "");
            return;
        }
        replace(versionsOf(leg).filter(Leg::waits).toList());
        if (!order && declared != null) {
            replace(List.of(declared)); // its order was withdrawn
        }
        if (leg.cancels() && order && declared != null) {
            done.add(leg.itemId());
            trios.add(new Trio(leg, declared, companionsOf(declared)));
        } else if (leg.cancels()) {
            change(leg, LegChange.to(leg, LegState.CANCELLED, notice.of(leg, StatusCode.CANCELLED, "", "", List.of())));
        }
    }

    private void replace(List<Leg> legs) {
        legs.forEach(leg -> change(leg, LegChange.to(leg, LegState.REPLACED, null)));
    }

    // orders, whole or overdue

    private void order(Leg order) {
        takes(order);
        Map<LegKind, Leg> companions = new EnumMap<>(LegKind.class);
        for (LegKind kind : order.needs()) {
            companion(order, kind).ifPresent(leg -> companions.put(kind, leg));
        }
        List<String> missing = order.needs().stream()
                .filter(kind -> !companions.containsKey(kind))
                .map(LegKind::word)
                .toList();
        if (missing.isEmpty()) {
            done.add(order.itemId());
            companions.values().forEach(leg -> done.add(leg.itemId()));
            trios.add(new Trio(order, declared(order), companions));
        } else if (!order.deadline().isAfter(now)) {
            String more = " Missing: " + String.join(", ", missing) + ".";
            reject(order, rules.only(Operator.MISSING), more);
            companions.values().stream()
                    .filter(Leg::waits)
                    .forEach(leg -> reject(leg, rules.only(Operator.MISSING), more));
        } else {
            companions.values().forEach(leg -> waitsWith(order, leg));
        }
    }

    /** A leg whose time is up waits as long as its order does. */
    private void waitsWith(Leg order, Leg leg) {
        if (waits(leg) && !leg.deadline().isAfter(now)) {
            change(leg, LegChange.until(leg, order.deadline()));
        }
    }

    /** The leg that the order names; else one that names the order. The earlier of two. */
    private Optional<Leg> companion(Leg order, LegKind kind) {
        return around.companions(order, kind)
                .filter(leg -> free(leg, order))
                .min(Comparator.comparing((Leg leg) -> !leg.ownKey().equals(order.key(kind)))
                        .thenComparing(leg -> !leg.joined())
                        .thenComparing(EARLIEST));
    }

    private boolean free(Leg leg, Leg order) {
        if (leg.waits()) {
            return waits(leg) && !leg.cancels();
        }
        Leg its = around.orderOf(leg);
        return leg.joined() && !done.contains(leg.itemId()) && (!its.joined() || its == declared(order));
    }

    // legs without an order that waits

    private void alone(Leg leg) {
        if (!waits(leg) || leg.cancels()) {
            return;
        }
        List<Leg> orders = around.orders(leg).toList();
        if (orders.stream().anyMatch(this::waits)) {
            if (!leg.deadline().isAfter(now)) {
                // not the one that the order has chosen: nothing will come of it
                reject(leg, rules.only(Operator.MISSING), "");
            }
        } else if (orders.stream().anyMatch(Leg::joined)) {
            reject(leg, rules.only(Operator.CLOSED), "");
        } else if (!leg.deadline().isAfter(now)) {
            reject(leg, rules.only(Operator.MISSING), " Missing: order.");
        }
    }

    // who is who

    private Stream<Leg> lookedAt() {
        return around.all().stream().filter(leg -> looked.contains(leg.itemId()) && waits(leg));
    }

    /** The orders that wait and have a key in common with what is looked at, each in its latest version. */
    private List<Leg> orders() {
        return around.all().stream()
                .filter(leg -> looked.contains(leg.itemId()))
                .flatMap(leg -> leg.kind() == LegKind.ORDER ? Stream.of(leg) : around.orders(leg))
                .distinct()
                .filter(order -> waits(order) && !order.cancels() && !takenBefore(order))
                .filter(order ->
                        versionsOf(order).noneMatch(later -> later.waits() && later.version() > order.version()))
                .sorted(EARLIEST)
                .toList();
    }

    private boolean waits(Leg leg) {
        return leg.waits() && !done.contains(leg.itemId());
    }

    /** Live legs of the same kind and key, of the same partner. */
    private Stream<Leg> versionsOf(Leg leg) {
        return others(leg).filter(other -> other.partner().equals(leg.partner()));
    }

    /** The same of other partners. */
    private Stream<Leg> rivals(Leg leg) {
        return others(leg).filter(other -> !other.partner().equals(leg.partner()));
    }

    private Stream<Leg> others(Leg leg) {
        return around.same(leg).filter(other -> other.state().live() && !done.contains(other.itemId()));
    }

    /** The version of it that is part of a declaration, or null. */
    private Leg declared(Leg leg) {
        return versionsOf(leg).filter(Leg::joined).findFirst().orElse(null);
    }

    private Map<LegKind, Leg> companionsOf(Leg order) {
        Map<LegKind, Leg> companions = new EnumMap<>(LegKind.class);
        for (LegKind kind : LegKind.values()) {
            around.companions(order, kind)
                    .filter(leg -> leg.joined() && leg.orderItem().equals(order.itemId()))
                    .forEach(leg -> companions.put(kind, leg));
        }
        return companions;
    }

    private void reject(Leg leg, Rule rule, String more) {
        LegChange change = LegChange.to(leg, LegState.REJECTED, notice.of(leg, rule, more));
        settle(leg, new Settlement(List.of(change), null, Refusal.of(leg, List.of(rule), Set.of())));
    }

    private void change(Leg leg, LegChange change) {
        settle(leg, Settlement.of(List.of(change)));
    }

    private void settle(Leg leg, Settlement settlement) {
        done.add(leg.itemId());
        matchings.add(new Matching(List.of(leg), null, sum -> settlement));
    }
}
