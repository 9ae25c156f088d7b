package org.customsgateway.mapping;

import java.util.List;
import java.util.Map;
import org.customsgateway.message.Pointer;

/**
 * That an item is goods that come back, and what it says of what they came in with.
 *
 * @param names the numbers that it names, the one that counts most first; none where it names nothing
 * @param agree facts that must be the same in what they came in with, where that gives them too
 * @param pointer where a number ought to stand when there is none
 */
public record Returned(List<Name> names, Map<String, String> agree, Pointer pointer) {

    /** The {@link Name#by} of a number that is the item's own key. */
    public static final String KEY = "key";

    /**
     * A number by which something that was declared before is named.
     *
     * @param by {@link #KEY}, or the name of an alias
     * @param date the other half of the key, or empty
     */
    public record Name(String by, String id, String date, Pointer pointer) {}
}
