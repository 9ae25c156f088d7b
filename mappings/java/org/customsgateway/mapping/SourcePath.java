package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in the source, by local names: {@code ContentPiece/Amount/@currency}. With a leading slash from the envelope's root,
 * otherwise from the item. A qualifier stands in brackets after what it selects: {@code SG8[HWB]/RFF/C506/E1154}; it is a step
 * of its own.
 *
 * @param line of the file that it is written in
 */
public record SourcePath(boolean ofEnvelope, List<String> steps, int line) {

    static final SourcePath NOWHERE = new SourcePath(false, List.of(), 0);

    static SourcePath parse(String written, int line) {
        if (written.isEmpty()) {
            return NOWHERE;
        }
        boolean envelope = written.startsWith("/");
        String steps = (envelope ? written.substring(1) : written).replaceAll("\\[([^]]*)]", "/$1");
        return new SourcePath(envelope, List.of(steps.split("/")), line);
    }

    public boolean nowhere() {
        return steps.isEmpty();
    }

    /** The same path below the root itself, where it was written with the root's own name first. */
    public SourcePath below(String root) {
        boolean named = ofEnvelope && steps.size() > 1 && steps.get(0).equals(root);
        return named ? new SourcePath(true, steps.subList(1, steps.size()), line) : this;
    }

    /** First text found, or empty. */
    public String text(Element from) {
        List<Element> at = List.of(from);
        for (String step : steps) {
            if (step.startsWith("@")) {
                return at.get(0).attribute(step.substring(1));
            }
            at = children(at, step);
            if (at.isEmpty()) {
                return "";
            }
        }
        return at.get(0).text();
    }

    /** Every element that the path leads to; the elements that bear it, where it ends in an attribute. */
    public List<Element> all(Element from) {
        List<Element> at = List.of(from);
        for (String step : steps) {
            if (!step.startsWith("@")) {
                at = children(at, step);
            }
        }
        return at;
    }

    String last() {
        return steps.get(steps.size() - 1);
    }

    private static List<Element> children(List<Element> of, String name) {
        if (of.size() == 1) {
            return of.get(0).children(name);
        }
        List<Element> found = new ArrayList<>();
        of.forEach(e -> found.addAll(e.children(name)));
        return found;
    }

    @Override
    public String toString() {
        return (ofEnvelope ? "/" : "") + String.join("/", steps);
    }
}
