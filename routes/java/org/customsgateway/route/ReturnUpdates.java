package org.customsgateway.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.KnownReturn;
import org.customsgateway.journal.Outgoing;
import org.customsgateway.journal.ReturnNews;

/** Revenue gets a return again when something else is assessed on what the goods came in with than it was told with the return. */
final class ReturnUpdates {

    private static final int SWEEP = 200;

    /** As with declarations that are sent for the first time: so many that cannot be shown a sweep tries, the next one goes on behind them. */
    private static final int MOST_WAITING = 5 * SWEEP;

    private static final int AWAY = -1;

    private final Journal journal;
    private final Routing routing;
    private final BackEndQueues queues;
    /** The last that the sweep before has tried, where it has not tried all that wait; else empty. */
    private String tried = "";

    ReturnUpdates(Journal journal, Routing routing, BackEndQueues queues) {
        this.journal = journal;
        this.routing = routing;
        this.queues = queues;
        queues.looks(ReturnUpdates.class);
    }

    public void sweep() {
        List<String> revenue = routing.backEnds().all().stream()
                .filter(backEnd -> backEnd.kind() == BackEndKind.REVENUE)
                .map(BackEnd::name)
                .toList();
        boolean whole = tried.isEmpty();
        int waiting = 0;
        List<ReturnNews> news;
        do {
            news = journal.returns().news(revenue, tried, SWEEP);
            int wait = tell(news, revenue);
            if (wait == AWAY) {
                return;
            }
            waiting += wait;
            tried = news.size() == SWEEP ? news.get(SWEEP - 1).itemId() : "";
        } while (news.size() == SWEEP && waiting < MOST_WAITING);
        if (whole && waiting == 0) {
            queues.allShown(ReturnUpdates.class);
        }
    }

    /** How many of them wait, because they cannot be shown; {@link #AWAY} when the broker does not take them. */
    private int tell(List<ReturnNews> news, List<String> revenue) {
        List<Outgoing> changed = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        Map<String, String> faults = new TreeMap<>();
        for (ReturnNews one : news) {
            if (stands(one.itemId())) {
                Map<String, String> assessed = assessed(one.originalId());
                for (Outgoing before : journal.handOvers().sent(one.itemId(), revenue)) {
                    try {
                        Outgoing now = with(before, assessed, one.number());
                        if (!said(now).equals(said(before))) {
                            changed.add(now);
                        }
                    } catch (IllegalStateException e) {
                        waiting.add(one.itemId());
                        faults.putIfAbsent(before.shown(), one.itemId() + ": " + e.getMessage());
                    }
                }
            }
        }
        faults.forEach((view, first) -> queues.cannotBeShown(ReturnUpdates.class, view, first));
        Optional<List<Outgoing>> told = queues.send(ReturnUpdates.class, changed);
        if (told.isEmpty()) {
            return AWAY;
        }
        changed.removeAll(told.get());
        changed.forEach(each -> waiting.add(each.handOver().itemId()));
        journal.returns()
                .told(
                        told.get(),
                        news.stream()
                                .filter(one -> !waiting.contains(one.itemId()))
                                .toList());
        return waiting.size();
    }

    private Map<String, String> assessed(String originalId) {
        Item original = journal.items().find(originalId).orElseThrow();
        List<Item> versions = Original.notRefused(journal.returns().versions(original.partner(), original.key()));
        Map<String, String> assessed = Assessment.properties(journal, routing.backEnds(), versions);
        assessed.put("returnOfStatus", original.status().name());
        return assessed;
    }

    /** Of a return that was refused, replaced or withdrawn there is nothing more to be said. */
    private boolean stands(String itemId) {
        KnownReturn back = journal.returns().find(itemId).orElseThrow();
        return !back.cancels()
                && Original.notRefused(journal.returns().versions(back.partner(), back.key())).stream()
                        .findFirst()
                        .filter(latest -> latest.id().equals(itemId))
                        .isPresent();
    }

    private static Map<String, String> said(Outgoing to) {
        var said = new TreeMap<>(Enrichment.properties(to.enrichment()));
        said.keySet().retainAll(Assessment.NAMES);
        return said;
    }

    private Outgoing with(Outgoing before, Map<String, String> assessed, long number) {
        var properties = new TreeMap<>(Enrichment.properties(before.enrichment()));
        properties.keySet().removeAll(Assessment.NAMES);
        var view = routing.view(before.shown());
        properties.putAll(view == null ? assessed : view.of(assessed));
        return new Outgoing(
                before.handOver(), Enrichment.json(properties), before.declaration(), before.shown(), number);
    }
}
