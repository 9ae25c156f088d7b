package org.customsgateway.match;

import java.util.Set;
import org.customsgateway.message.StatusCode;

/** What a broken rule does to the match, the mildest first. */
enum Action {
    WARN(Set.of(StatusCode.ACCEPTED_WITH_WARNINGS, StatusCode.ACCEPTED)),
    HOLD(Set.of(StatusCode.HELD, StatusCode.UNDER_REVIEW)),
    REJECT(Set.of(StatusCode.REJECTED));

    private final Set<StatusCode> statuses;

    Action(Set<StatusCode> statuses) {
        this.statuses = statuses;
    }

    /** The statuses that go with it. */
    Set<StatusCode> statuses() {
        return statuses;
    }
}
