package org.customsgateway.route;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.Formats;

/** A faulty edit of a partner's file (PARTNER-FAULT), or of a mapping (MAPPING-FAULT), each about one file, until it is whole again. */
final class EditAlarms {

    private static final String KEPT = "; the last good version, where there is one, is in use";

    private final Partners partners;
    private final Formats formats;
    private final Lamps partner;
    private final Lamps mapping;

    EditAlarms(Partners partners, Formats formats, Journal journal, Clock clock) {
        this.partners = partners;
        this.formats = formats;
        this.partner = new Lamps(journal, "PARTNER-FAULT", clock);
        this.mapping = new Lamps(journal, "MAPPING-FAULT", clock);
    }

    public void look() {
        Map<String, String> files = new TreeMap<>();
        partners.faults().forEach(fault -> files.putIfAbsent(fault.file(), fault + KEPT));
        partner.show(files);
        Map<String, String> mappings = new TreeMap<>();
        formats.faults().forEach(fault -> mappings.putIfAbsent(fault.file(), fault + KEPT));
        mapping.show(mappings);
    }
}
