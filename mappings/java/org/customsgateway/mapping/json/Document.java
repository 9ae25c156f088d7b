package org.customsgateway.mapping.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.customsgateway.mapping.Element;

/**
 * One document of an interchange, as a tree for the mapping and as a node for the schema.
 *
 * @param node null where the document could not be read to its end
 * @param faults in how it is written; with any of them it is not held against its schema
 */
record Document(Element tree, JsonNode node, List<Fault> faults) {

    /**
     * @param at the element that is wrong, or that has the member that is
     * @param member name of a member of it, or empty
     * @param pointer RFC 6901, from the root of the document
     * @param line of the interchange, 0 where not known
     */
    record Fault(
            String rule, Element at, String member, String pointer, int line, int column, String value, String text) {

        Fault of(Element twin) {
            return new Fault(rule, twin, member, pointer, line, column, value, text);
        }
    }
}
