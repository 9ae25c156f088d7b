package org.customsgateway.match;

import java.time.Instant;
import java.util.List;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** What the senders of legs are told. */
final class Notice {

    private final Wanted wanted;
    private final Instant at;

    Notice(Wanted wanted, Instant at) {
        this.wanted = wanted;
        this.at = at;
    }

    /** One rule that ended it; {@code more} is added to the rule's text. */
    StatusEntry of(Leg leg, Rule rule, String more) {
        return of(leg, rule.status(), rule.code(), rule.text() + more, List.of(Rules.problem(rule, leg, more)));
    }

    StatusEntry of(Leg leg, StatusCode code, String reasonCode, String reasonText, List<Problem> problems) {
        var status = new Status(code, at, reasonCode, reasonText, problems, List.of(), null, "");
        return wanted.of(leg.partner(), status);
    }
}
