package org.customsgateway.route;

import java.time.Clock;
import org.customsgateway.journal.Journal;

/** An alarm that is open as long as something does not work. The journal is written to only when that changes. */
final class Lamp {

    private final Journal journal;
    private final String kind;
    private final String subject;
    private final Clock clock;
    /** Null at first: an earlier run may have left it open. */
    private Boolean lit;

    Lamp(Journal journal, String kind, String subject, Clock clock) {
        this.journal = journal;
        this.kind = kind;
        this.subject = subject;
        this.clock = clock;
    }

    synchronized void on(String text) {
        if (lit == null || !lit) {
            journal.alarms().raise(kind, subject, text, clock.instant());
            lit = true;
        }
    }

    synchronized void off() {
        if (lit == null || lit) {
            journal.alarms().clear(kind, subject, clock.instant());
            lit = false;
        }
    }
}
