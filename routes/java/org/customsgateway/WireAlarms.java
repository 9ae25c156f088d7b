package org.customsgateway;

import java.time.Clock;
import java.util.Locale;
import org.customsgateway.connector.Alarm;
import org.customsgateway.journal.Journal;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a wire reports goes to the journal and to the log. */
record WireAlarms(Journal journal, Clock clock) implements Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(WireAlarms.class);

    @Override
    public void raise(PartnerId partner, Wire wire, String what, String name, String text) {
        String subject = Alarm.subject(partner, wire);
        switch (what) {
            case "reachable" -> {
                clear("UNREACHABLE", subject);
                clear("GONE", subject);
            }
            case "fetched" -> clear("NOT-FETCHED", subject);
            default -> raise(what, subject, text);
        }
    }

    private void clear(String what, String subject) {
        journal.alarms().clear(what, subject, clock.instant());
    }

    private void raise(String what, String subject, String text) {
        LOG.warn("{} {}: {}", subject, what, text);
        journal.alarms().raise(what.toUpperCase(Locale.ROOT), subject, text, clock.instant());
    }
}
