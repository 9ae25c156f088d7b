package org.customsgateway.mapping.edifact;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.InvalidReply;

/**
 * Puts the parts of a segment into their places, by the order in which the grammar has them. What repeats takes as many places as
 * it may repeat (ISO 9735:1988 8.1); from version 4 of the syntax on, elements of a segment repeat behind an asterisk instead.
 */
final class SegmentText {

    private final Alphabet alphabet;
    private final boolean repeating;
    private final String released;

    /** @param syntaxVersion 0002 of the interchange */
    SegmentText(Alphabet alphabet, String syntaxVersion) {
        this.alphabet = alphabet;
        this.repeating = syntaxVersion.startsWith("4");
        this.released = repeating ? "?:+'*" : "?:+'";
    }

    /** UNA: the service characters that are used here. */
    String serviceString() {
        return repeating ? "UNA:+.?*'" : "UNA:+.? '";
    }

    /** The segment with its terminator. */
    String of(Element segment, EDIComplexType grammar) {
        String elements = joined("+", parts(segment, grammar, repeating ? "*" : ""));
        return segment.name() + (elements.isEmpty() ? "" : "+" + elements) + "'";
    }

    private String composite(Element of, EDIComplexType grammar) {
        return joined(":", parts(of, grammar, ""));
    }

    /** What stands at each place, in the order of the grammar; one name may have several places. */
    private List<String> parts(Element of, EDIComplexType grammar, String repeated) {
        List<String> parts = new ArrayList<>();
        List<Element> left = new ArrayList<>(of.children());
        String before = "";
        for (EDIReference place : grammar.getReferences()) {
            String name = place.getReferencedType().getId();
            String part = "";
            int at = next(left, name);
            if (at >= 0) {
                Element found = left.remove(at);
                part = place.getReferencedType() instanceof EDIComplexType composite
                        ? composite(found, composite)
                        : value(name, found.text());
            }
            if (!repeated.isEmpty() && name.equals(before) && !part.isEmpty()) {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + repeated + part);
            } else if (repeated.isEmpty() || !name.equals(before)) {
                parts.add(part);
            }
            before = name;
        }
        if (!left.isEmpty()) {
            throw new InvalidReply(
                    of.name() + " has no place for " + left.get(0).name());
        }
        return parts;
    }

    private static int next(List<Element> left, String name) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The text of a data element, with its service characters released. */
    String value(String name, String found) {
        String fitted = alphabet.fit(found, SegmentNames.isProse(name));
        StringBuilder text = new StringBuilder(fitted.length());
        for (int i = 0; i < fitted.length(); i++) {
            if (released.indexOf(fitted.charAt(i)) >= 0) {
                text.append('?');
            }
            text.append(fitted.charAt(i));
        }
        return text.toString();
    }

    /** Empty ones at the end are left out, with their separators. */
    private static String joined(String separator, List<String> values) {
        int last = values.size();
        while (last > 0 && values.get(last - 1).isEmpty()) {
            last--;
        }
        return String.join(separator, values.subList(0, last));
    }
}
