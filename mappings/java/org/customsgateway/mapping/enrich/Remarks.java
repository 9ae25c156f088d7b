package org.customsgateway.mapping.enrich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.customsgateway.mapping.reference.Snapshot;

/** What customs is told of the quality of a declaration's data: one statement for each rule, and two properties. */
final class Remarks {

    private static final String STATEMENT = "GW-QUALITY";
    private static final int MOST_GOODS = 20;

    private Remarks() {}

    /** {@code quality} is what the worst finding does, {@code qualityRules} all rules with what they do. None where nothing was found. */
    static Map<String, String> properties(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "quality",
                worst(findings).written(),
                "qualityRules",
                findings.stream()
                        .map(finding -> finding.grade().written() + ":" + finding.rule())
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    static List<Fact> facts(List<Finding> findings, Snapshot data) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        List<Fact> facts = new ArrayList<>();
        byRule.forEach((rule, found) -> facts.add(new Fact(
                rule,
                STATEMENT,
                "quality",
                worst(found).written(),
                why(found),
                "quality " + data.set("quality").version())));
        return facts;
    }

    private static Grade worst(List<Finding> found) {
        return found.stream().map(Finding::grade).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static String why(List<Finding> found) {
        String goods = found.stream()
                .filter(finding -> finding.goods() > 0)
                .limit(MOST_GOODS)
                .map(finding -> String.valueOf(finding.goods()))
                .distinct()
                .collect(Collectors.joining(", "));
        return found.get(0).remark() + (goods.isEmpty() ? "" : " (goods item " + goods + ")");
    }
}
