package org.customsgateway.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a text may be, by its schema: base type and facets, each with the place where it is written.
 *
 * @param base the built-in type at the bottom ({@code decimal}), or empty where unknown
 * @param facets value of each facet; several patterns and enumerations are joined by a blank
 */
public record SchemaText(String base, Map<String, String> facets, Map<String, String> origins) {

    public static final SchemaText ANY = new SchemaText("", Map.of(), Map.of());

    public String facet(String name) {
        return facets.getOrDefault(name, "");
    }

    /** This one, narrowed by further facets. */
    public SchemaText narrowed(Map<String, String> by, Map<String, String> at) {
        Map<String, String> allFacets = new LinkedHashMap<>(facets);
        allFacets.putAll(by);
        Map<String, String> allOrigins = new LinkedHashMap<>(origins);
        allOrigins.putAll(at);
        return new SchemaText(base, allFacets, allOrigins);
    }
}
