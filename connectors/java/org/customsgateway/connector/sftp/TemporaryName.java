package org.customsgateway.connector.sftp;

import java.util.List;
import java.util.Locale;

/** Names under which clients upload before they rename: never an interchange. */
final class TemporaryName {

    private static final List<String> ENDINGS = List.of(".tmp", ".part", ".filepart");

    private TemporaryName() {}

    static boolean is(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
