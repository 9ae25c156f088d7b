package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found out about a template while it is followed, and what is wrong with it by the schemas on both sides. */
final class TraceFindings {

    private final SchemaElement item;
    private final SchemaElement envelope;
    private final Syntax.Shape targets;
    private final String wrapper;
    private final List<TraceLine> lines = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<BrokenFormat.Fault> faults = new LinkedHashSet<>();
    private String file = "";
    private int line;

    /**
     * @param item the item by the source's schema, or null in a reply
     * @param envelope the root by the source's schema, or null in a reply
     * @param wrapper target element around the document that paths are told without, or empty
     */
    TraceFindings(SchemaElement item, SchemaElement envelope, Syntax.Shape targets, String wrapper) {
        this.item = item;
        this.envelope = envelope;
        this.targets = targets;
        this.wrapper = wrapper;
    }

    void at(String newFile, int newLine) {
        file = newFile;
        line = newLine;
    }

    void fault(String text) {
        faults.add(new BrokenFormat.Fault(file, line, text));
    }

    void met(Set<SourceRef> places) {
        List<SourceRef> ofSource = places.stream().filter(SourceRef::ofSource).toList();
        ofSource.stream().filter(this::exists).forEach(place -> read.add(place.toString()));
        if (item != null
                && !ofSource.isEmpty()
                && ofSource.size() == places.size()
                && ofSource.stream().noneMatch(this::exists)) {
            fault("the source has no '" + ofSource.get(0) + "'");
        }
    }

    private boolean exists(SourceRef place) {
        SchemaElement from = place.root().equals("item") ? item : envelope;
        return from == null || from.leads(place.names());
    }

    void target(List<String> path) {
        SchemaElement at = targets.root(SourceRef.name(path.get(0)));
        if (at == null) {
            fault("the target has no root element '" + SourceRef.name(path.get(0)) + "'");
        } else if (!at.leads(
                path.subList(1, path.size()).stream().map(SourceRef::name).toList())) {
            fault("the target has no '"
                    + String.join("/", path.stream().map(SourceRef::name).toList()) + "'");
        }
    }

    void line(List<String> path, Collection<SourceRef> sources, String wcoId, String none, int at) {
        if (SourceRef.name(path.get(path.size() - 1)).startsWith("@")) {
            target(path);
        }
        List<String> target = path.get(0).equals(wrapper) && path.size() > 1 ? path.subList(1, path.size()) : path;
        List<SourceRef> known = sources.stream()
                .filter(SourceRef::ofSource)
                .filter(this::exists)
                .distinct()
                .toList();
        String id = idInSchema(path);
        if (!wcoId.isEmpty() && !id.isEmpty() && !wcoId.equals(id)) {
            fault("the WCO id of '" + SourceRef.name(path.get(path.size() - 1)) + "' is " + id + ", not " + wcoId);
        }
        lines.add(new TraceLine(List.copyOf(target), known, id.isEmpty() ? wcoId : id, none, file, at));
    }

    /** Of the element, or of the one around it where it only holds its value (a date in its wrapper). */
    private String idInSchema(List<String> path) {
        List<String> names = path.stream().map(SourceRef::name).toList();
        SchemaElement root = targets.root(names.get(0));
        for (int i = names.size(); root != null && i > names.size() - 2 && i > 0; i--) {
            SchemaElement at = root.at(names.subList(1, i));
            if (at != null && !at.id().isEmpty()) {
                return at.id();
            }
        }
        return "";
    }

    List<TraceLine> lines() {
        return lines;
    }

    /** Source paths that the template names at all. */
    Set<String> read() {
        return read;
    }

    List<BrokenFormat.Fault> faults() {
        return List.copyOf(faults);
    }
}
