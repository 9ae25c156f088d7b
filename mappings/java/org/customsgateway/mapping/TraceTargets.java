package org.customsgateway.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The target elements that are open where a template is being followed. */
final class TraceTargets {

    /** An element that is being written. */
    static final class Target {

        private final String name;
        private final int line;
        private final Set<SourceRef> sources = new LinkedHashSet<>();
        private boolean filled;

        private Target(String name, int line) {
            this.name = name;
            this.line = line;
        }

        /** Whether any text stands in it, from the source or not. */
        boolean filled() {
            return filled;
        }

        Set<SourceRef> sources() {
            return sources;
        }

        int line() {
            return line;
        }
    }

    private final Deque<Target> open = new ArrayDeque<>();
    private final Map<Integer, Integer> loopAtDepth = new HashMap<>();

    /** Elements opened at this depth belong to this loop from now on; gives back the loop that they belonged to, or null. */
    Integer inLoop(Integer loop) {
        return loop == null ? loopAtDepth.remove(open.size()) : loopAtDepth.put(open.size(), loop);
    }

    void open(String name, int line) {
        Integer loop = loopAtDepth.get(open.size());
        open.push(new Target(loop == null ? name : name + "#" + loop, line));
    }

    boolean isOpen(String name) {
        return !open.isEmpty() && SourceRef.name(open.peek().name).equals(name);
    }

    Target close() {
        return open.pop();
    }

    void fill(Collection<SourceRef> sources) {
        if (!open.isEmpty()) {
            open.peek().filled = true;
            open.peek().sources.addAll(sources);
        }
    }

    /** Names from the root, the loop behind each that one repeats. */
    List<String> path() {
        List<String> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(target -> path.add(target.name));
        return path;
    }
}
