package org.customsgateway.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All positions of the declaration and of the response with their WCO ids, read from the schemas in {@code xsd}. Turns the pointers of
 * back-ends (WCO Data Model class 97A) into paths and back. Immutable.
 */
public final class WcoPositions {

    private static final Pattern STEP = Pattern.compile("(?<name>[\\w:]+)(?:\\[(?<index>\\d+)])?");

    private final Map<String, WcoPosition> byPath = new LinkedHashMap<>();
    /** Path of the parent, a blank, WCO id. */
    private final Map<String, WcoPosition> byParentAndId = new HashMap<>();

    /** Only names that mean the same everywhere; the others with an empty id. */
    private final Map<String, String> idByName = new HashMap<>();

    private WcoPositions() {}

    /** @param xsd the drawer with {@code wco-dec} and {@code wco-res} */
    public static WcoPositions load(Path xsd) {
        return of(WcoSchemas.read(xsd));
    }

    static WcoPositions of(WcoElement wrapper) {
        WcoPositions positions = new WcoPositions();
        wrapper.children.stream()
                .filter(child -> !child.wcoId.isEmpty())
                .forEach(message -> positions.add(message, "", List.of()));
        return positions;
    }

    private void add(WcoElement element, String parent, List<String> classesAbove) {
        String path = parent.isEmpty() ? element.name : parent + "/" + element.step();
        List<String> classes = new ArrayList<>(classesAbove);
        if (element.isClass()) {
            classes.add(element.wcoId);
        }
        WcoPosition position = new WcoPosition(
                path, element.wcoId, List.copyOf(classes), element.min > 0, !parent.isEmpty() && element.repeats());
        byPath.put(path, position);
        idByName.merge(element.name, element.wcoId, (one, other) -> one.equals(other) ? one : "");
        // of the two declarations in a response the pointers mean its own, which comes first
        byParentAndId.putIfAbsent(parent + " " + element.wcoId, position);
        element.children.forEach(child -> add(child, path, classes));
    }

    public Collection<WcoPosition> all() {
        return Collections.unmodifiableCollection(byPath.values());
    }

    /**
     * Names of what may stand in an element, in the order of the schema.
     *
     * @param path without indexes; empty where there is no such class
     */
    public List<String> inside(String path) {
        String above = path + "/";
        return byPath.keySet().stream()
                .filter(each -> each.startsWith(above) && each.indexOf('/', above.length()) < 0)
                .map(each -> each.substring(above.length()))
                .toList();
    }

    /** @param path with or without indexes */
    public Optional<WcoPosition> at(String path) {
        return Optional.ofNullable(byPath.get(path.replaceAll("\\[\\d+]", "")));
    }

    /** @param path with or without indexes; the WCO id of the position, or empty where there is no such position */
    public String wcoId(String path) {
        return at(path).map(WcoPosition::wcoId).orElse("");
    }

    /** The id of an element that stands where the profile does not have it, as far as its name alone tells; otherwise empty. */
    String wcoIdOfName(String name) {
        return idByName.getOrDefault(name, "");
    }

    /**
     * A path as WCO pointers, one per class. Where the last step of the path is a data element, it is the tag of the last pointer.
     *
     * @throws IllegalArgumentException where the path is not a position of the profile
     */
    public List<WcoPointer> pointers(String path) {
        WcoPosition target =
                at(path).orElseThrow(() -> new IllegalArgumentException("no position of the WCO profile: " + path));
        List<WcoPointer> pointers = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        for (String section : target.classes()) {
            step.find();
            String index = step.group("index");
            String tag = pointers.size() + 1 < target.classes().size()
                            || target.wcoId().equals(section)
                    ? ""
                    : target.wcoId();
            pointers.add(new WcoPointer(section, index == null ? 1 : Integer.parseInt(index), tag));
        }
        return pointers;
    }

    /**
     * WCO pointers as a path into the declaration, with indexes where the class repeats. A class or element that is not in the
     * profile stays visible as its id in braces, {@code Declaration/GoodsShipment/{28B}[2]/{L050}}: back-ends may know more than we do.
     */
    public String path(List<WcoPointer> pointers) {
        StringBuilder path = new StringBuilder();
        String parent = "";
        for (WcoPointer pointer : pointers) {
            parent = append(path, parent, pointer.section(), pointer.sequence());
            if (!pointer.tag().isEmpty()) {
                parent = append(path, parent, pointer.tag(), 1);
            }
        }
        return path.toString();
    }

    /** Appends one step and returns the path without indexes that the next step starts from. */
    private String append(StringBuilder path, String parent, String wcoId, int sequence) {
        WcoPosition position = byParentAndId.get(parent + " " + wcoId);
        path.append(path.isEmpty() ? "" : "/");
        if (position == null) {
            path.append('{').append(wcoId).append('}').append(sequence > 1 ? "[" + sequence + "]" : "");
            return parent + "/{" + wcoId + "}";
        }
        path.append(position.path().substring(position.path().lastIndexOf('/') + 1));
        path.append(position.repeats() ? "[" + sequence + "]" : "");
        return position.path();
    }
}
