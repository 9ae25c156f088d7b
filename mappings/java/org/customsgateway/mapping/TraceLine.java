package org.customsgateway.mapping;

import java.util.List;

/**
 * One element, or attribute, that a template writes, and what it is made of.
 *
 * @param target names from the root, the wrapper left out; one that a loop repeats ends in {@code #n}, the number of the loop
 * @param none why it has no source, or empty
 */
record TraceLine(List<String> target, List<SourceRef> sources, String wcoId, String none, String file, int line) {

    String path() {
        return String.join("/", target.stream().map(SourceRef::name).toList());
    }
}
