package org.customsgateway.route;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.Sighting;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.WcoFinding;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.enrich.Circumstances;
import org.customsgateway.mapping.enrich.Consignment;
import org.customsgateway.mapping.enrich.Enriched;
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

    /** UN/EDIFACT 1225. */
    private static final String ORIGINAL = "9";

    private final WcoModel wco;
    private final Knowledge knowledge;
    private final Formats formats;
    private final Partners partners;
    private final Routing routing;

    WholePolicy(WcoModel wco, Knowledge knowledge, Formats formats, Partners partners, Routing routing) {
        this.wco = wco;
        this.knowledge = knowledge;
        this.formats = formats;
        this.partners = partners;
        this.routing = routing;
    }

    /** For wholes that are settled together. */
    Enriching enriching(Map<Trio, byte[]> declarations, Instant now) {
        Enriching enriching = knowledge.at(now);
        Map<byte[], Circumstances> all = new HashMap<>();
        declarations.forEach((trio, declaration) -> {
            if (!trio.withdraws()) {
                all.put(declaration, circumstances(trio));
            }
        });
        enriching.look(all);
        return enriching;
    }

    private Circumstances circumstances(Trio trio) {
        return Quality.circumstances(trio.order(), partners.find(trio.order().partner()));
    }

    /**
     * @param declaration of the whole
     * @param document of the order alone
     */
    Joined joined(Match match, Trio trio, byte[] declaration, byte[] document, Enriching enriching, Instant now) {
        Leg order = trio.order();
        Optional<Partner> partner = partners.find(order.partner());
        Enriched enriched =
                trio.withdraws() ? Enriched.untouched(declaration) : enriching.add(declaration, circumstances(trio));
        List<Problem> problems = problems(order, document, enriched.findings());
        Set<String> counted =
                problems.stream().anyMatch(Problem::rejects) ? Quality.refused(problems) : Quality.judged(enriched);
        Map<String, String> before =
                trio.before() == null ? Map.of() : routing.shown(trio.before().itemId());
        LocalDate day = Channel.day(order.key(), order.receivedAt());
        String kind = partner.map(known -> known.kind().name()).orElse("");
        Duration patience = partner.map(Partner::decisionTimeout).orElse(PATIENCE);
        List<Sighting> sightings = trio.functionCode().equals(ORIGINAL) ? enriching.meet(declaration) : List.of();
        return new Joined(enriched.declaration(), problems, counted, sightings, verdict -> {
            var properties = Enrichment.of(trio, kind, verdict, match.version(), problems, enriched.properties());
            var facts = new RoutingFacts(
                    enriched.consignment(), kind, order.partner().value(), properties);
            return Routing.handOvers(
                    routing.ways(facts, day, before, trio.withdraws()), now, patience, properties, Map.of());
        });
    }

    /**
     * @param documents of the legs, by item id
     * @throws RuntimeException where our own files make no valid declaration of it: that is no fault of the senders
     */
    byte[] declaration(Match match, Trio trio, Map<String, byte[]> documents) {
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
