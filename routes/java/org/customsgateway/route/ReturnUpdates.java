package org.customsgateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Journal journal;
    private final Routing routing;
    private final HandOff handOff;

    ReturnUpdates(Journal journal, Routing routing, HandOff handOff) {
        this.journal = journal;
        this.routing = routing;
        this.handOff = handOff;
    }

    public void sweep() {
        List<String> revenue = routing.backEnds().all().stream()
                .filter(backEnd -> backEnd.kind() == BackEndKind.REVENUE)
                .map(BackEnd::name)
                .toList();
        List<ReturnNews> news;
        do {
            news = journal.returns().news(revenue, SWEEP);
            for (ReturnNews one : news) {
                if (!told(one, revenue)) {
                    return; // the broker is away
                }
            }
        } while (news.size() == SWEEP);
    }

    private boolean told(ReturnNews news, List<String> revenue) {
        List<Outgoing> told = new ArrayList<>();
        if (stands(news.itemId())) {
            Item original = journal.items().find(news.originalId()).orElseThrow();
            List<Item> versions = Original.notRefused(journal.returns().versions(original.partner(), original.key()));
            Map<String, String> assessed = Assessment.properties(journal, routing.backEnds(), versions);
            assessed.put("returnOfStatus", original.status().name());
            for (Outgoing before : journal.handOvers().sent(news.itemId(), revenue)) {
                Outgoing now = with(before, assessed);
                if (!said(now).equals(said(before))) {
                    if (!handOff.again(now, news.number())) {
                        return false;
                    }
                    told.add(now);
                }
            }
        }
        journal.returns().told(news, told);
        return true;
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

    private Outgoing with(Outgoing before, Map<String, String> assessed) {
        var properties = new TreeMap<>(Enrichment.properties(before.enrichment()));
        properties.keySet().removeAll(Assessment.NAMES);
        var view = routing.view(before.shown());
        properties.putAll(view == null ? assessed : view.of(assessed));
        return new Outgoing(before.handOver(), Enrichment.json(properties), before.declaration(), before.shown());
    }
}
