package org.customsgateway.mapping.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All sets as they were at one moment, whatever becomes of their files: what rules look up in one item belongs together. */
public final class Snapshot {

    static final Snapshot NOTHING = new Snapshot(Map.of());

    private final Map<String, ReferenceSet> sets;

    Snapshot(Map<String, ReferenceSet> sets) {
        this.sets = new TreeMap<>(sets);
    }

    /** @throws MissingReference if there is no such set, or never was a good one */
    public ReferenceSet set(String name) {
        ReferenceSet set = sets.get(name);
        if (set == null) {
            throw new MissingReference("there is no usable reference data " + name);
        }
        return set;
    }

    /** Of an optional set; empty where there is no file of it. */
    public Optional<ReferenceSet> find(String name) {
        return Optional.ofNullable(sets.get(name));
    }

    /** Those that can be used, in the order of their names. */
    public List<ReferenceSet> all() {
        return List.copyOf(sets.values());
    }

    Map<String, ReferenceSet> byName() {
        return new TreeMap<>(sets);
    }
}
