package org.customsgateway.route;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Leg;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.WcoFinding;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.enrich.Consignment;
import org.customsgateway.mapping.enrich.Enriched;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.mapping.enrich.Finding;
import org.customsgateway.match.Joined;
import org.customsgateway.match.Match;
import org.customsgateway.match.Trio;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.Problem;

/** What the legs of an order are as one declaration: enriched, judged and handed over as that of any item. */
final class WholePolicy {

    /** Of back-ends, where the partner of the order is known no more. */
    private static final Duration PATIENCE = Duration.ofHours(4);

    private final WcoModel wco;
    private final Enricher enricher;
    private final Formats formats;
    private final Partners partners;
    private final Routing routing;

    WholePolicy(WcoModel wco, Enricher enricher, Formats formats, Partners partners, Routing routing) {
        this.wco = wco;
        this.enricher = enricher;
        this.formats = formats;
        this.partners = partners;
        this.routing = routing;
    }

    /**
     * @param documents of the legs, by item id
     * @throws RuntimeException where our own files make no valid declaration of it: that is no fault of the senders
     */
    Joined joined(Match match, Trio trio, Map<String, byte[]> documents, Instant now) {
        Leg order = trio.order();
        Optional<Partner> partner = partners.find(order.partner());
        byte[] declaration = declaration(match, trio, documents);
        Enriched enriched = trio.withdraws()
                ? Enriched.untouched(declaration)
                : enricher.add(declaration, Quality.circumstances(order, partner));
        List<Problem> problems = problems(order, documents.get(order.itemId()), enriched.findings());
        Set<String> counted =
                problems.stream().anyMatch(Problem::rejects) ? Quality.refused(problems) : Quality.judged(enriched);
        Map<String, String> before =
                trio.before() == null ? Map.of() : routing.shown(trio.before().itemId());
        LocalDate day = Channel.day(order.key(), order.receivedAt());
        String kind = partner.map(known -> known.kind().name()).orElse("");
        Duration patience = partner.map(Partner::decisionTimeout).orElse(PATIENCE);
        return new Joined(enriched.declaration(), problems, counted, verdict -> {
            var properties = Enrichment.of(trio, kind, verdict, match.version(), problems, enriched.properties());
            var facts = new RoutingFacts(
                    enriched.consignment(), kind, order.partner().value(), properties);
            return Routing.handOvers(
                    routing.ways(facts, day, before, trio.withdraws()), now, patience, properties, Map.of());
        });
    }

    private byte[] declaration(Match match, Trio trio, Map<String, byte[]> documents) {
        Map<LegKind, byte[]> parts = new EnumMap<>(LegKind.class);
        parts.put(LegKind.ORDER, documents.get(trio.order().itemId()));
        trio.companions().forEach((kind, leg) -> parts.put(kind, documents.get(leg.itemId())));
        byte[] declaration = match.declaration(trio, parts);
        List<WcoFinding> findings = wco.validateDeclaration(declaration);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    findings.get(0).path() + ": " + findings.get(0).text());
        }
        return declaration;
    }

    /** As the partner of the order is told: of what another firm has sent neither place nor value. */
    private List<Problem> problems(Leg order, byte[] document, List<Finding> findings) {
        List<Finding> told = findings.stream().filter(Quality::isTold).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        Mapping mapping = formats.current(order.format());
        Consignment own = Consignment.of(document);
        return told.stream()
                .map(finding -> own.says(finding)
                        ? Quality.problem(finding, mapping.toSource(finding.path(), order.sequence()))
                        : Quality.problem(finding.unsaid(), order.pointer()))
                .toList();
    }
}
