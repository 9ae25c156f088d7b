package org.customsgateway.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.customsgateway.connector.Partner;
import org.customsgateway.message.Problem;
import org.customsgateway.message.StatusCode;
import org.customsgateway.route.VisibleTable.Part;

/**
 * What one partner may see of the back-ends' reasons with one status: amounts always, words and codes by {@link VisibleTable}. They have
 * to be visible with that status, and with the one that the back-end's own answer would make: why risk holds goods is not told because
 * revenue has refused them.
 */
record Seen(VisibleTable table, Optional<Partner> partner, Said said, StatusCode status) {

    private static final String NO_WORDS = "customs has found a fault here";

    Answer of(String backend, Answer answer) {
        if (!answer.reasons()) {
            return answer;
        }
        Part own = said.alone(backend).map(alone -> part(backend, alone)).orElse(Part.NONE);
        Part told = part(backend, status);
        return switch (own.compareTo(told) < 0 ? own : told) {
            case TEXT -> answer;
            case CODE ->
                answer.saying(
                        answer.reasonCode(),
                        "",
                        answer.problems().stream().map(Seen::withoutWords).toList());
            case NONE -> answer.saying("", "", List.of());
        };
    }

    private Part part(String backend, StatusCode with) {
        String kind = partner.map(known -> known.kind().name().toLowerCase(Locale.ROOT))
                .orElse("");
        return table.part(backend, said.kinds().backEnds().kind(backend), kind, with);
    }

    private static Problem withoutWords(Problem found) {
        return new Problem(
                found.rule(),
                found.severity(),
                found.pointer(),
                found.wcoId(),
                found.value(),
                NO_WORDS,
                found.origin());
    }
}
