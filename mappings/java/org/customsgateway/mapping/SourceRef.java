package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the source as a template names it.
 *
 * @param root {@code item}, {@code envelope} or another name of the data that a template is given
 * @param steps local names; one that a loop runs over ends in {@code #n}, the number of the loop
 */
record SourceRef(String root, List<String> steps) {

    SourceRef step(String name) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(name);
        return new SourceRef(root, List.copyOf(longer));
    }

    /** What the variable of a loop over this stands for. */
    SourceRef inLoop(int loop) {
        if (steps.isEmpty() || steps.get(steps.size() - 1).contains("#")) {
            return this;
        }
        List<String> marked = new ArrayList<>(steps);
        marked.set(marked.size() - 1, marked.get(marked.size() - 1) + "#" + loop);
        return new SourceRef(root, List.copyOf(marked));
    }

    boolean ofSource() {
        return root.equals("item") || root.equals("envelope");
    }

    /** The steps without loops. */
    List<String> names() {
        return steps.stream().map(SourceRef::name).toList();
    }

    static String name(String step) {
        int hash = step.indexOf('#');
        return hash < 0 ? step : step.substring(0, hash);
    }

    /** Number of the loop that runs over a step, or -1. */
    static int loop(String step) {
        int hash = step.indexOf('#');
        return hash < 0 ? -1 : Integer.parseInt(step.substring(hash + 1));
    }

    @Override
    public String toString() {
        return (root.equals("envelope") ? "/" : "") + String.join("/", names());
    }
}
