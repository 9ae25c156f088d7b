package org.customsgateway.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Variables of a template and what of the source they stand for, the inner hiding the outer. */
final class TraceScope {

    private final TraceScope outer;
    private final Map<String, Set<SourceRef>> variables = new HashMap<>();

    TraceScope(TraceScope outer) {
        this.outer = outer;
    }

    Set<SourceRef> get(String name) {
        for (TraceScope scope = this; scope != null; scope = scope.outer) {
            Set<SourceRef> value = scope.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return Set.of();
    }

    /** A variable gets a value: the one that it has may stay, because what is tested on the way is not known here. */
    void assign(String name, Set<SourceRef> value) {
        TraceScope home = this;
        while (home != null && !home.variables.containsKey(name)) {
            home = home.outer;
        }
        Set<SourceRef> either = new LinkedHashSet<>(value);
        either.addAll(get(name));
        (home == null ? this : home).variables.put(name, either);
    }

    TraceScope set(String name, Set<SourceRef> value) {
        variables.put(name, value);
        return this;
    }
}
