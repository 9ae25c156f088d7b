package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.Pointer;

/** Which field of the source every position of a declaration is made of, read from the template; and the way back. */
final class Trace {

    /** A field of the source with the line of the template that carries it. */
    record Origin(SourceRef source, TraceLine line, Map<Integer, Integer> loops) {}

    private record Step(String name, int index) {}

    /** Description of a statement. */
    private static final String STATEMENT = "225";

    private final List<TraceLine> lines;
    private final Map<String, String> wcoIds = new LinkedHashMap<>();

    Trace(List<TraceLine> lines) {
        this.lines = List.copyOf(lines);
        Map<String, Integer> nearest = new HashMap<>();
        for (TraceLine line : lines) {
            for (SourceRef source : line.wcoId().isEmpty() ? List.<SourceRef>of() : line.sources()) {
                int distance = distance(line, source);
                if (distance < nearest.getOrDefault(source.toString(), Integer.MAX_VALUE)) {
                    nearest.put(source.toString(), distance);
                    wcoIds.put(source.toString(), line.wcoId());
                }
            }
        }
    }

    /**
     * How little a line says about one of its sources: free text least, what is made of many less than what is made of one, what
     * is made of all repeats at once less than what is made of each.
     */
    private static int distance(TraceLine line, SourceRef source) {
        long loops = source.steps().stream()
                .filter(step -> SourceRef.loop(step) >= 0)
                .count();
        return line.sources().size() - 100 * (int) loops + (line.wcoId().equals(STATEMENT) ? 10_000 : 0);
    }

    List<TraceLine> lines() {
        return lines;
    }

    /** WCO id of the position that a source path (names only) goes to most directly, or empty. */
    String wcoId(String sourcePath) {
        return wcoIds.getOrDefault(sourcePath, "");
    }

    /**
     * Where a position of a declaration comes from, likeliest first; where nothing is known of the position itself, what is
     * known of those inside it; else what the fields of those around it have in common, because none of them is the one that is meant.
     */
    List<Origin> origins(String declarationPath) {
        List<Step> path = parse(declarationPath);
        List<Origin> origins = within(path);
        for (int size = path.size() - 1; origins.isEmpty() && size >= 2; size--) {
            origins = common(within(path.subList(0, size)));
        }
        return origins;
    }

    private List<Origin> within(List<Step> path) {
        List<Origin> exact = new ArrayList<>();
        List<Origin> inside = new ArrayList<>();
        for (TraceLine line : lines) {
            if (fits(line, path)) {
                (line.target().size() == path.size() ? exact : inside).addAll(origins(line, path));
            }
        }
        exact.addAll(inside);
        return exact;
    }

    private static List<Origin> common(List<Origin> origins) {
        if (origins.isEmpty()) {
            return origins;
        }
        Origin first = origins.stream()
                .filter(origin -> origin.source().root().equals("item"))
                .findFirst()
                .orElse(origins.get(0));
        List<String> steps = first.source().steps();
        for (Origin other : origins) {
            List<String> its = other.source().root().equals(first.source().root())
                    ? other.source().steps()
                    : steps;
            int same = 0;
            while (same < Math.min(steps.size(), its.size()) && steps.get(same).equals(its.get(same))) {
                same++;
            }
            steps = steps.subList(0, same);
        }
        return List.of(new Origin(new SourceRef(first.source().root(), steps), first.line(), first.loops()));
    }

    private static boolean fits(TraceLine line, List<Step> path) {
        if (line.target().size() < path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!SourceRef.name(line.target().get(i)).equals(path.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    private static List<Origin> origins(TraceLine line, List<Step> path) {
        Map<Integer, Integer> loops = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            int loop = SourceRef.loop(line.target().get(i));
            if (loop >= 0) {
                loops.put(loop, path.get(i).index());
            }
        }
        return line.sources().stream()
                .map(source -> new Origin(source, line, loops))
                .toList();
    }

    private static List<Step> parse(String path) {
        List<Step> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            int bracket = step.indexOf('[');
            boolean indexed = bracket > 0 && step.endsWith("]");
            String number = indexed ? step.substring(bracket + 1, step.length() - 1) : "1";
            steps.add(new Step(
                    indexed ? step.substring(0, bracket) : step,
                    number.matches("\\d{1,6}") ? Integer.parseInt(number) : 1));
        }
        return steps;
    }

    /** The pointer into a message that is not at hand. */
    static Optional<Pointer> pointer(List<Origin> origins, String itemName, int sequence, String rootName) {
        return origins.stream().findFirst().map(origin -> {
            StringBuilder path = new StringBuilder(
                    origin.source().root().equals("item") ? itemName + "[" + sequence + "]" : rootName);
            for (String step : origin.source().steps()) {
                path.append('/').append(SourceRef.name(step));
                int loop = SourceRef.loop(step);
                if (loop >= 0) {
                    path.append('[')
                            .append(origin.loops().getOrDefault(loop, 1))
                            .append(']');
                }
            }
            return Pointer.path(path.toString());
        });
    }

    /** The elements of a message at hand that an origin means; fewer steps than it has where the message has no such element. */
    static List<Element> elements(Origin origin, Element item, Element envelope) {
        List<Element> at = List.of(origin.source().root().equals("item") ? item : envelope);
        for (String step : origin.source().steps()) {
            String name = SourceRef.name(step);
            if (name.startsWith("@")) {
                return at;
            }
            List<Element> next = new ArrayList<>();
            for (Element one : at) {
                List<Element> named = one.children(name);
                Integer index = origin.loops().get(SourceRef.loop(step));
                if (index == null) {
                    next.addAll(named);
                } else if (index <= named.size()) {
                    next.add(named.get(index - 1));
                }
            }
            if (next.isEmpty()) {
                return List.of();
            }
            at = next;
        }
        return at;
    }
}
