package org.customsgateway.mapping.json;

import java.util.List;

/**
 * The names by which a format knows its documents.
 *
 * @param item what one document is called in paths
 * @param signs names of members of which a document has at least one, and no document of another format that a partner may send
 * @param holders names of members of the outermost object that hold one document or an array of them
 */
record Names(String item, List<String> signs, List<String> holders) {

    /** What stands around the documents is called so in paths. */
    static final String BATCH = "batch";
}
