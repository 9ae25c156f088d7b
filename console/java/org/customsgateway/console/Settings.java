package org.customsgateway.console;

import java.nio.file.Path;
import java.util.Map;

/**
 * Which installation a command works on.
 *
 * @param home where the drawers lie: {@code routes}, {@code mappings}, {@code xsd}, {@code connectors}, {@code console}
 * @param data the journal, the raw bytes, the broker's journal, the partners' homes
 * @param properties keys of {@code routes/application.properties} that are set differently this time
 */
public record Settings(Path home, Path data, Map<String, String> properties) {}
