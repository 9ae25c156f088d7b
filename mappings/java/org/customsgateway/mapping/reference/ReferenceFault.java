package org.customsgateway.mapping.reference;

/**
 * A broken file of the reference data: the last good version of its set stays in use until this is mended.
 *
 * @param set name of the set, empty where it is about none
 * @param file name of the file, with its folder
 * @param line 1-based, 0 where not known
 * @param text what is wrong
 */
public record ReferenceFault(String set, String file, int line, String text) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + text;
    }
}
