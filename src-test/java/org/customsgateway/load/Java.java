package org.customsgateway.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start the gateway's main class with the Java machine and the class path that this process has. */
final class Java {

    private Java() {}

    static List<String> command(List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.customsgateway.Gateway"));
        return command;
    }
}
