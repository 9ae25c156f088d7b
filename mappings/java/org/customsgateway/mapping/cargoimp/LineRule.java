package org.customsgateway.mapping.cargoimp;

import java.util.List;
import java.util.Set;

/**
 * One kind of line, as the grammar has it.
 *
 * @param identifier that it begins with; empty for a line that goes on from the one before (it begins with a slant) or has no
 *     identifier (as the air waybill line of an FWB)
 * @param element that it becomes; empty if its values belong to the line before
 * @param least how often it must stand here
 * @param most how often it may
 * @param entries how often its form may follow one identifier, from the second on each on a line of its own that begins with a slant
 * @param anyOrder whether the lines below may stand in any order
 * @param versions of the message that have it; empty for all
 * @param lines that may follow and belong to it
 * @param origin file and line where it is written
 */
record LineRule(
        String identifier,
        String element,
        String title,
        int least,
        int most,
        int entries,
        boolean anyOrder,
        Set<String> versions,
        Form form,
        List<LineRule> lines,
        String origin) {

    boolean in(String version) {
        return versions.isEmpty() || versions.contains(version);
    }

    /** Goes on from the line before. */
    boolean continues() {
        return identifier.isEmpty() && form.slanted();
    }

    /** Has neither identifier nor slant. */
    boolean bare() {
        return identifier.isEmpty() && !form.slanted();
    }

    /** As a sender knows it. */
    String called() {
        String name = identifier.isEmpty() ? element : identifier;
        return title.isEmpty() ? name : name.isEmpty() ? title : name + " (" + title + ")";
    }
}
