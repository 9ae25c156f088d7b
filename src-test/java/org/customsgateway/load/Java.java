package org.customsgateway.load;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start the gateway's main class as the launcher does: with the flags that it has started this process with. */
final class Java {

    private Java() {}

    static List<String> command(Path home, List<String> flags) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(home.resolve("target")), "org.customsgateway.Gateway"));
        return command;
    }

    /** Without the tests. */
    private static String classPath(Path target) throws IOException {
        return target.resolve("classes").toAbsolutePath()
                + File.pathSeparator
                + Files.readString(target.resolve("gateway.classpath"));
    }
}
