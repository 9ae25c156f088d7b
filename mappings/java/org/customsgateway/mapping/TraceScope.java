package org.customsgateway.mapping;

import java.util.HashMap;
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

    TraceScope set(String name, Set<SourceRef> value) {
        variables.put(name, value);
        return this;
    }
}
