package org.customsgateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Interchanges;
import org.customsgateway.mapping.Acknowledgement;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.MappingInputs;
import org.customsgateway.mapping.Scan;
import org.customsgateway.message.Problem;

/**
 * What is known of an interchange while it is read: the one envelope that travels from step to step.
 *
 * @param mapping null until the format is identified
 * @param scan what the first pass over it found, null until it is judged
 * @param items all of them, when it is small enough to be read in one go; null otherwise
 * @param acknowledgement what it says, when it is not about items but about a reply of ours; null otherwise
 * @param refusal problems of the interchange as a whole; with any of them nothing of it is declared
 */
record Reading(
        Interchange interchange,
        Partner partner,
        Mapping mapping,
        Scan scan,
        List<MappedItem> items,
        Acknowledgement acknowledgement,
        List<Problem> refusal) {

    static Reading of(Interchange interchange, Partner partner) {
        return new Reading(interchange, partner, null, null, null, null, List.of());
    }

    Reading in(Mapping found) {
        return new Reading(interchange, partner, found, scan, items, acknowledgement, refusal);
    }

    Reading saying(Acknowledgement said) {
        return new Reading(interchange, partner, mapping, scan, items, said, refusal);
    }

    Reading scanned(Scan found) {
        return new Reading(interchange, partner, mapping, found, null, acknowledgement, refusal);
    }

    Reading whole(Mapping.Whole found) {
        return new Reading(interchange, partner, mapping, found.scan(), found.items(), acknowledgement, refusal);
    }

    /** What the mapping is told about the interchange. */
    MappingInputs inputs() {
        return new MappingInputs(
                interchange.id(), partner.id().value(), interchange.receivedAt(), Profile.of(mapping, partner));
    }

    /** What is journaled of it before its items are read. */
    Interchanges.Heard heard() {
        if (scan == null) {
            return new Interchanges.Heard("", Map.of(), refusal);
        }
        List<Problem> problems = new ArrayList<>(isRefused() ? refusal : scan.problems());
        scan.messages().values().forEach(problems::addAll);
        return new Interchanges.Heard(scan.reference(), scan.facts(), problems);
    }

    Reading refused(List<Problem> problems) {
        return new Reading(interchange, partner, mapping, scan, items, acknowledgement, List.copyOf(problems));
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }
}
