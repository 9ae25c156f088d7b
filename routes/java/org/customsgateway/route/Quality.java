package org.customsgateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.Tally;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.enrich.Circumstances;
import org.customsgateway.mapping.enrich.Enriched;
import org.customsgateway.mapping.enrich.Finding;
import org.customsgateway.mapping.enrich.Grade;
import org.customsgateway.mapping.enrich.QualityTest;
import org.customsgateway.message.Pointer;
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

    /** The same of an order that was matched; its partner may be gone meanwhile. */
    static Circumstances circumstances(Leg order, Optional<Partner> partner) {
        return new Circumstances(
                Channel.day(order.key(), order.receivedAt()),
                partner.map(Channel::of).orElse(""),
                order.partner().value(),
                order.format().value(),
                partner.map(Partner::language).orElse(""));
    }

    static List<Problem> problems(MappedItem item, List<Finding> findings) {
        return findings.stream()
                .filter(Quality::isTold)
                .map(finding -> problem(finding, item.source().of(finding.path(), finding.value())))
                .toList();
    }

    /** Notes are for customs and for the figures alone. */
    static boolean isTold(Finding finding) {
        return finding.grade() != Grade.NOTE;
    }

    /**
     * That risk is told to look is not the partner's to know.
     *
     * @param pointer into the partner's own message
     */
    static Problem problem(Finding finding, Pointer pointer) {
        return new Problem(
                finding.rule(),
                finding.grade() == Grade.REJECT ? Severity.REJECT : Severity.WARN,
                pointer,
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
        counted.addAll(judged(enriched));
        return counted;
    }

    /** What the judgement of a declaration adds to that. */
    static Set<String> judged(Enriched enriched) {
        Set<String> counted = new TreeSet<>();
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
        Set<String> counted = refused(status.problems());
        counted.add(Tally.ITEMS.counted());
        return counted;
    }

    /** What is counted of an item, which is counted itself, when it is not declared because of these. */
    static Set<String> refused(List<Problem> problems) {
        Set<String> counted = new TreeSet<>(List.of(Tally.REJECTED.counted()));
        problems.forEach(problem -> counted.add(problem.rule()));
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
