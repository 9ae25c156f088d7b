package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.SchemaElement;

/**
 * Puts the parts of a segment into their places, by the order in which the grammar has them. What repeats takes as many places as
 * it may repeat (ISO 9735:1988 8.1); from version 4 of the syntax on, elements of a segment repeat behind an asterisk instead.
 */
final class SegmentText {

    static final String SERVICE_STRING = ":+.? '";

    private final Repertoire repertoire;
    private final boolean repeating;
    private final String released;

    /** @param syntaxVersion 0002 of the interchange */
    SegmentText(Repertoire repertoire, String syntaxVersion) {
        this.repertoire = repertoire;
        this.repeating = syntaxVersion.startsWith("4");
        this.released = repeating ? "?:+'*" : "?:+'";
    }

    /** The segment with its terminator. */
    String of(Node segment, SchemaElement grammar) {
        List<String> elements = new ArrayList<>(List.of(segment.name()));
        List<Node> left = new ArrayList<>(segment.parts());
        for (SchemaElement place : grammar.content().children()) {
            List<String> here = new ArrayList<>();
            take(left, place)
                    .forEach(node ->
                            here.add(place.content().children().isEmpty() ? value(node) : composite(node, place)));
            if (repeating) {
                elements.add(String.join("*", here));
            } else {
                elements.addAll(padded(here, place.most()));
            }
        }
        nothing(left, segment);
        return joined(elements, "+") + "'";
    }

    private String composite(Node node, SchemaElement grammar) {
        List<String> components = new ArrayList<>();
        List<Node> left = new ArrayList<>(node.parts());
        for (SchemaElement place : grammar.content().children()) {
            components.addAll(
                    padded(take(left, place).stream().map(this::value).toList(), place.most()));
        }
        nothing(left, node);
        return joined(components, ":");
    }

    private String value(Node node) {
        String fitted = repertoire.fit(node.text(), Edifact.isProse(node.name()));
        StringBuilder text = new StringBuilder(fitted.length());
        for (int i = 0; i < fitted.length(); i++) {
            if (released.indexOf(fitted.charAt(i)) >= 0) {
                text.append('?');
            }
            text.append(fitted.charAt(i));
        }
        return text.toString();
    }

    /** The next parts of this name, as many as have their place here. */
    private static List<Node> take(List<Node> left, SchemaElement place) {
        List<Node> taken = left.stream()
                .filter(node -> node.name().equals(place.name()))
                .limit(place.most())
                .toList();
        left.removeAll(taken);
        return taken;
    }

    private static List<String> padded(List<String> values, int places) {
        List<String> padded = new ArrayList<>(values);
        while (padded.size() < places) {
            padded.add("");
        }
        return padded;
    }

    private static String joined(List<String> values, String separator) {
        int last = values.size();
        while (last > 0 && values.get(last - 1).isEmpty()) {
            last--;
        }
        return String.join(separator, values.subList(0, last));
    }

    private static void nothing(List<Node> left, Node of) {
        if (!left.isEmpty()) {
            throw new InvalidReply(of.name() + " has no place for " + left.get(0).name());
        }
    }
}
