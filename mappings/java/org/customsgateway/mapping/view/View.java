package org.customsgateway.mapping.view;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What one agency is given of a declaration, because it needs no more for what it has to do (purpose limitation).
 *
 * @param name of its file, without the ending
 * @param document what becomes of a declaration
 * @param properties names of those of a message that it gets
 */
public record View(String name, UnaryOperator<byte[]> document, Set<String> properties) {

    /** @param declaration a valid one of our own */
    public byte[] of(byte[] declaration) {
        return document.apply(declaration);
    }

    public Map<String, String> of(Map<String, String> all) {
        var some = new TreeMap<>(all);
        some.keySet().retainAll(properties);
        return some;
    }
}
