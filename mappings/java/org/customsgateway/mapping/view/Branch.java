package org.customsgateway.mapping.view;

import java.util.HashMap;
import java.util.Map;

/** What a view keeps of an element. */
final class Branch {

    private static final Branch WHOLE = new Branch(null, true);

    private final Map<String, Branch> branches = new HashMap<>();
    private final Branch others;
    private final boolean stays;

    private Branch(Branch others, boolean stays) {
        this.others = others;
        this.stays = stays;
    }

    /** All of it. */
    static Branch whole() {
        return WHOLE;
    }

    /** Those of its parts that are added. */
    static Branch part(boolean stays) {
        return new Branch(null, stays);
    }

    /** All of its parts, but those that are added as they say. */
    static Branch around() {
        return new Branch(WHOLE, true);
    }

    boolean isWhole() {
        return this == WHOLE;
    }

    /** Though nothing is left in it. */
    boolean stays() {
        return stays;
    }

    /** @return the one that is there now: the first that was added counts */
    Branch add(String name, Branch branch) {
        branches.putIfAbsent(name, branch);
        return branches.get(name);
    }

    /** Null where nothing of it is kept. */
    Branch at(String name) {
        return branches.getOrDefault(name, others);
    }
}
