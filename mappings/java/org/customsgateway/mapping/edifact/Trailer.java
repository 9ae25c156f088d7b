package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a UNT, UNE or UNZ: each has a count and, once more, the reference of its header, and nothing else. */
final class Trailer {

    /**
     * @param path the element, or the segment where there is none such in it
     * @param element as EDIFACT counts it, the tag being 1
     */
    record Fault(SyntaxFault kind, String path, int element, String value) {}

    /** What there is, in its order. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "UNT", List.of("E0074", "E0062"), "UNE", List.of("E0060", "E0048"), "UNZ", List.of("E0036", "E0020"));

    private Trailer() {}

    /** @param count what was received */
    static List<Fault> faults(Segment trailer, long count, String reference) {
        List<List<String>> parts = trailer.elements();
        String tag = trailer.tag();
        String counts = tag + "/" + PARTS.get(tag).get(0);
        String refers = tag + "/" + PARTS.get(tag).get(1);
        List<Fault> faults = new ArrayList<>();
        String counted = first(parts, 0);
        if (counted.isEmpty()) {
            faults.add(new Fault(SyntaxFault.MISSING, counts, 2, ""));
        } else if (!counted.chars().allMatch(c -> c >= '0' && c <= '9')) {
            faults.add(new Fault(SyntaxFault.TYPE, counts, 2, counted));
        } else if (counted.length() > 10 || Long.parseLong(counted) != count) {
            faults.add(new Fault(SyntaxFault.COUNT, counts, 2, counted));
        }
        String repeated = first(parts, 1);
        if (repeated.isEmpty() && !reference.isEmpty()) {
            faults.add(new Fault(SyntaxFault.MISSING, refers, 3, ""));
        } else if (!repeated.equals(reference)) {
            faults.add(new Fault(SyntaxFault.REFERENCE, refers, 3, repeated));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i > 1 || parts.get(i).size() > 1) {
                String path = i > 1 ? tag : i > 0 ? refers : counts;
                faults.add(new Fault(SyntaxFault.TOO_MANY, path, i + 2, String.join(":", parts.get(i))));
            }
        }
        return faults;
    }

    private static String first(List<List<String>> parts, int at) {
        return at < parts.size() ? parts.get(at).get(0) : "";
    }
}
