package org.customsgateway.mapping.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.customsgateway.mapping.reference.MissingReference;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.Snapshot;

/**
 * Adds to a declaration what its sender did not say, by the rules of {@code enrichment.csv}, and what is wrong with it, by those of
 * {@code quality.csv}. Each fact says which rule added it and from which version of which data; nothing that the sender said is changed.
 */
public final class Enricher {

    private final Supplier<Snapshot> data;
    private final Rulebooks rulebooks = new Rulebooks();

    /** @param data as it is when an item comes */
    public Enricher(Supplier<Snapshot> data) {
        this.data = data;
    }

    /** @param declaration a valid WCO document of our own */
    public Enriched add(byte[] declaration, Circumstances about) {
        return add(declaration, Consignment.of(declaration), about, Frequency.UNKNOWN);
    }

    /**
     * @param consignment what it says, read already
     * @param before what is known of its parties
     */
    public Enriched add(byte[] declaration, Consignment consignment, Circumstances about, Frequency before) {
        Scene scene = new Scene(data.get(), consignment, about, before);
        List<Fact> facts = facts(scene);
        List<Finding> findings = rulebooks.on(scene.references(), about.on()).findings(scene);
        Map<String, String> properties = new TreeMap<>();
        facts.forEach(fact -> properties.put(fact.property(), fact.value()));
        if (!facts.isEmpty()) {
            properties.put(
                    "addedBy",
                    facts.stream().map(fact -> fact.rule() + " " + fact.data()).collect(Collectors.joining(", ")));
        }
        properties.putAll(Remarks.properties(findings));
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(Remarks.facts(findings, scene.references()));
        return new Enriched(Statements.added(declaration, all), scene.consignment(), properties, findings);
    }

    private static List<Fact> facts(Scene scene) {
        List<Fact> facts = new ArrayList<>();
        for (ReferenceRow rule : rules(scene)) {
            Operator operator = Operator.named(rule.text("operator")).orElseThrow();
            try {
                Operators.say(operator, scene).ifPresent(said -> facts.add(fact(scene.references(), rule, said)));
            } catch (MissingReference e) {
                continue; // there is an alarm about that data; a declaration does not wait for it
            }
        }
        return facts;
    }

    private static List<ReferenceRow> rules(Scene scene) {
        return scene.references()
                .find("enrichment")
                .map(rules -> rules.under(scene.on()))
                .orElse(List.of());
    }

    private static Fact fact(Snapshot references, ReferenceRow rule, Operators.Said said) {
        List<String> sets = new ArrayList<>(said.sets());
        sets.add("enrichment");
        String data = sets.stream()
                .map(set -> set + " " + references.set(set).version())
                .collect(Collectors.joining(" "));
        return new Fact(
                rule.text("rule"), rule.text("statement"), rule.text("property"), said.value(), said.why(), data);
    }
}
