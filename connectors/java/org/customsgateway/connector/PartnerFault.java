package org.customsgateway.connector;

/**
 * What is wrong in a partner file.
 *
 * @param file its name
 * @param line 1-based
 * @param key dotted path of the key, {@code wires.sftpHost.keys[0]}; {@code (file)} where the fault is about the whole file
 * @param text what is wrong and what to do
 */
public record PartnerFault(String file, int line, String key, String text) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + key + ": " + text;
    }
}
