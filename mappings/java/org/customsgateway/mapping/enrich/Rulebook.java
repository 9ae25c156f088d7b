package org.customsgateway.mapping.enrich;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.ReferenceSet;
import org.customsgateway.mapping.reference.Snapshot;

/** The rules of quality as they are on one day. */
final class Rulebook {

    private static final int MOST = 1_000;
    private static final String ANY = "*";
    private static final String ENGLISH = "en";

    /** Whom rules are chosen for. */
    private record Scope(String partner, String format, String destination, String channel, String language) {}

    private final Snapshot data;
    private final LocalDate on;
    private final List<ReferenceRow> rows;
    private final Map<String, WordList> words = new ConcurrentHashMap<>();
    private final Map<Scope, List<QualityRule>> chosen = new ConcurrentHashMap<>();

    Rulebook(Snapshot data, LocalDate on) {
        this.data = data;
        this.on = on;
        this.rows = data.find("quality").map(rules -> rules.under(on)).orElse(List.of());
    }

    List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (QualityRule rule : rules(scene)) {
            findings.addAll(rule.findings(scene));
        }
        return findings;
    }

    private List<QualityRule> rules(Scene scene) {
        Circumstances about = scene.about();
        var scope = new Scope(
                about.partner(), about.format(), scene.consignment().destination(), about.channel(), about.language());
        List<QualityRule> known = chosen.get(scope);
        if (known != null) {
            return known;
        }
        if (chosen.size() >= MOST) {
            chosen.clear();
        }
        List<QualityRule> rules = choose(scene);
        chosen.put(scope, rules);
        return rules;
    }

    /** Of each rule the row that fits best, unless it is off. */
    private List<QualityRule> choose(Scene scene) {
        Map<String, ReferenceRow> best = new TreeMap<>();
        rows.stream()
                .filter(row -> fits(row, scene))
                .sorted(Comparator.comparing(row -> exactness(row, scene)))
                .forEach(row -> best.put(row.text("rule"), row));
        List<QualityRule> rules = new ArrayList<>();
        for (ReferenceRow row : best.values()) {
            Grade.named(row.text("severity"))
                    .ifPresent(grade -> rules.add(rule(row, grade, scene.about().language())));
        }
        return List.copyOf(rules);
    }

    private QualityRule rule(ReferenceRow row, Grade grade, String language) {
        return new QualityRule(
                row,
                QualityTest.named(row.text("test")),
                Natures.of(row.text("nature")),
                row.text("trusted"),
                grade,
                Measures.of(row.text("operator"), this::words),
                new Position(row.text("position")),
                text(row.text("rule"), language),
                text(row.text("rule"), ENGLISH));
    }

    private WordList words(String field) {
        return words.computeIfAbsent(field, name -> new WordList(data, name, on));
    }

    /** In English where there is none in the language; the rule's own id where there is none at all. */
    private String text(String rule, String language) {
        Optional<ReferenceSet> texts = data.find("quality-texts");
        return texts.flatMap(set -> set.find(on, rule, language))
                .or(() -> texts.flatMap(set -> set.find(on, rule, ENGLISH)))
                .map(row -> row.text("text"))
                .orElse(rule);
    }

    private static boolean fits(ReferenceRow row, Scene scene) {
        return anyOr(row.text("partner"), scene.about().partner())
                && anyOr(row.text("format"), scene.about().format())
                && anyOr(row.text("channel"), scene.about().channel())
                && scene.goesTo(row.text("destination"));
    }

    private static boolean anyOr(String said, String wanted) {
        return said.equals(ANY) || said.equals(wanted);
    }

    private static int exactness(ReferenceRow row, Scene scene) {
        String destination = row.text("destination");
        return (row.text("partner").equals(ANY) ? 0 : 16)
                + (row.text("format").equals(ANY) ? 0 : 8)
                + (destination.equals(scene.consignment().destination()) ? 4 : destination.equals(ANY) ? 0 : 2)
                + (row.text("channel").equals(ANY) ? 0 : 1);
    }
}
