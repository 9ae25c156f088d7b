package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One element declaration of the WCO schemas with all that may stand in it, in order: the schemas as a tree. */
final class WcoElement {

    /** {@code maxOccurs="unbounded"}. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    final String namespace;
    final String name;
    final String wcoId;
    final int min;
    final int max;
    final Set<String> attributes;
    final List<WcoElement> children = new ArrayList<>();
    /** Those children that must be there. */
    final List<WcoElement> required = new ArrayList<>();
    /** Place among the children of its parent, from 0. */
    private int place;

    private WcoElement twin;
    private final Map<String, WcoElement> byName = new HashMap<>();

    WcoElement(String namespace, String name, String wcoId, int min, int max, Set<String> attributes) {
        this.namespace = namespace;
        this.name = name;
        this.wcoId = wcoId;
        this.min = min;
        this.max = max;
        this.attributes = attributes;
    }

    void add(WcoElement child) {
        child.place = children.size();
        children.add(child);
        if (child.min > 0) {
            required.add(child);
        }
        // the two declarations of a response have one name in two namespaces
        child.twin = byName.put(child.name, child);
    }

    /** The child of that name, or null. */
    WcoElement child(String childNamespace, String childName) {
        WcoElement found = byName.get(childName);
        while (found != null && !found.namespace.equals(childNamespace)) {
            found = found.twin;
        }
        return found;
    }

    /** Whether it has a child of that name in any namespace. */
    boolean knowsName(String childName) {
        return byName.containsKey(childName);
    }

    int place() {
        return place;
    }

    boolean repeats() {
        return max > 1;
    }

    /** As one step of a path: the declaration that customs corrected is told apart from the response's own. */
    String step() {
        return twin == null ? name : "od:" + name;
    }

    /** WCO ids of classes are two digits and a letter; those of data elements are not. */
    boolean isClass() {
        return wcoId.matches("\\d\\d[A-Z]");
    }
}
