package org.customsgateway.mapping;

/**
 * A broken edit of a format: the last good version stays in use until this is mended.
 *
 * @param format folder name in the mappings drawer
 * @param file relative to the drawers' parent ({@code mappings/upu-itmatt/to-wco.ftl})
 * @param line 1-based, 0 where not known
 * @param text what is wrong
 */
public record MappingFault(String format, String file, int line, String text) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + text;
    }
}
