package org.customsgateway.mapping;

import java.util.List;
import java.util.Map;
import org.customsgateway.message.Severity;

/**
 * A {@code format.yaml}: all that is known of a format besides its schema and its templates.
 *
 * @param file its name in the drawers
 * @param reader which syntax its bytes are in
 * @param schema file in the format's folder of the xsd drawer
 * @param namespace of the root elements it is recognised by, may be empty
 * @param roots local names of them
 * @param item local name of the element that is one item, empty in a format that is only written
 * @param facts by the names that replies use
 * @param reply the format that answers this one
 */
record FormatFile(
        String file,
        String id,
        String title,
        String version,
        String reader,
        String schema,
        String namespace,
        List<String> roots,
        String item,
        SourcePath reference,
        SourcePath keyId,
        SourcePath keyDate,
        Map<String, SourcePath> facts,
        String reply,
        List<RuleLine> rules) {

    /** Whether it can be read, or only written. */
    boolean readable() {
        return !item.isEmpty();
    }

    /**
     * One rule beyond the schema, as written.
     *
     * @param check name of the operator
     * @param with its argument, or empty
     */
    record RuleLine(
            String rule, SourcePath path, String check, String with, Severity severity, String text, int line) {}
}
