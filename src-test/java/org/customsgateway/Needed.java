package org.customsgateway;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a test needs that is not in the project: without it the test is skipped and says so, but fails where CI is true. */
public final class Needed {

    private Needed() {}

    /** @param what a person has to install or to fetch */
    public static void that(boolean there, String what) {
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(there, () -> "needed here: " + what);
        }
        assumeTrue(there, () -> "skipped: there is no " + what);
    }

    public static void folder(Path folder) {
        that(Files.isDirectory(folder), folder.toString());
    }
}
