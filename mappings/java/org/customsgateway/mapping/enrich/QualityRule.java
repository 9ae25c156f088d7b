package org.customsgateway.mapping.enrich;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.enrich.Measure.Breach;
import org.customsgateway.mapping.reference.MissingReference;
import org.customsgateway.mapping.reference.ReferenceRow;

/**
 * A row of {@code quality.csv}, ready to be held against declarations.
 *
 * @param natures of the transaction for which it is
 * @param trusted {@code yes}: only where a trusted party stands behind it; {@code no}: only where none does; empty: for all
 * @param grade what a breach does, unless the measure says that it is less
 * @param text for the partner
 * @param remark for customs
 */
record QualityRule(
        ReferenceRow row,
        QualityTest test,
        Natures natures,
        String trusted,
        Grade grade,
        Measure measure,
        Position position,
        String text,
        String remark) {

    List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        if (natures.has(scene.consignment().nature())) {
            for (Breach breach : breaches(scene)) {
                findings.add(finding(breach));
            }
        }
        return findings;
    }

    private List<Breach> breaches(Scene scene) {
        try {
            return trusted.isEmpty() || trusted.equals("yes") == scene.trusted()
                    ? measure.breaches(scene, position)
                    : List.of();
        } catch (MissingReference e) {
            return List.of(); // there is an alarm about that data; a declaration does not wait for it
        }
    }

    private Finding finding(Breach breach) {
        return new Finding(
                row.text("rule"),
                test,
                grade.atMost(breach.most()),
                breach.place().path(),
                breach.place().goods(),
                row.text("wco"),
                breach.place().value(),
                text,
                remark,
                row.origin());
    }
}
