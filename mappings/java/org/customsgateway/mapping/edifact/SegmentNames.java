package org.customsgateway.mapping.edifact;

import java.util.Set;
import java.util.regex.Pattern;

/** How the parts of EDIFACT are named in trees. */
final class SegmentNames {

    private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9]{2}");
    private static final Pattern GROUP = Pattern.compile("SG\\d+");

    /** Data elements that hold what a person reads, and neither a code nor a reference: 1000 names, 4440 free text. */
    private static final Set<String> PROSE = Set.of("E1000", "E4440", "E5152", "E7187");

    private SegmentNames() {}

    static boolean isSegment(String name) {
        return SEGMENT.matcher(name).matches() && !GROUP.matcher(name).matches();
    }

    static boolean isProse(String name) {
        return PROSE.contains(name);
    }
}
