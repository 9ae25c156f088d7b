package org.customsgateway.route;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.journal.Tally;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.enrich.Circumstances;
import org.customsgateway.mapping.enrich.Enriched;
import org.customsgateway.mapping.enrich.Finding;
import org.customsgateway.mapping.enrich.Grade;
import org.customsgateway.mapping.enrich.QualityTest;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** What is wrong with the quality of an item's data, as its partner is told, where in its own message and in its language, and as it is counted. */
final class Quality {

    private Quality() {}

    static Circumstances circumstances(Reading reading, MappedItem item) {
        return new Circumstances(
                Channel.day(item.key(), reading.interchange().receivedAt()),
                Channel.of(reading.partner()),
                reading.partner().id().value(),
                reading.mapping().id().value(),
                reading.partner().language());
    }

    /** Notes are for customs and for the figures alone. */
    static List<Problem> problems(MappedItem item, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.grade() != Grade.NOTE)
                .map(finding -> problem(item, finding))
                .toList();
    }

    /** That risk is told to look is not the partner's to know. */
    private static Problem problem(MappedItem item, Finding finding) {
        return new Problem(
                finding.rule(),
                finding.grade() == Grade.REJECT ? Severity.REJECT : Severity.WARN,
                item.source().of(finding.path(), finding.value()),
                finding.wcoId(),
                finding.value(),
                finding.text(),
                finding.origin());
    }

    /** What is counted of an item that was taken. */
    static Set<String> counted(MappedItem item, boolean amends) {
        Set<String> counted = new TreeSet<>();
        counted.add(Tally.ITEMS.counted());
        if (amends) {
            counted.add(Tally.AMENDED.counted());
        }
        item.problems().forEach(problem -> counted.add(problem.rule()));
        return counted;
    }

    /** The same of one whose declaration was judged. */
    static Set<String> counted(MappedItem item, Enriched enriched, boolean amends) {
        Set<String> counted = counted(item, amends);
        for (Finding finding : enriched.findings()) {
            counted.add(finding.rule());
            if (finding.grade() != Grade.NOTE) {
                counted.add(failed(finding.test()).counted());
            }
        }
        enriched.consignment().early().ifPresent(early -> {
            counted.add(Tally.ARRIVING.counted());
            if (early) {
                counted.add(Tally.EARLY.counted());
            }
        });
        return counted;
    }

    /** The same of one that was not; nothing of a repetition. */
    static Set<String> counted(Status status) {
        if (status.code() != StatusCode.REJECTED) {
            return Set.of();
        }
        Set<String> counted = new TreeSet<>(List.of(Tally.ITEMS.counted(), Tally.REJECTED.counted()));
        status.problems().forEach(problem -> counted.add(problem.rule()));
        return counted;
    }

    private static Tally failed(QualityTest test) {
        return switch (test) {
            case TIMELINESS -> Tally.UNTIMELY;
            case ACCURACY -> Tally.INACCURATE;
            case COMPLETENESS -> Tally.INCOMPLETE;
            case CONSISTENCY -> Tally.INCONSISTENT;
        };
    }
}
