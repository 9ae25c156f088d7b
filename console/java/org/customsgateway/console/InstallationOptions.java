package org.customsgateway.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which installation: the options that most commands share. */
public final class InstallationOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:gateway.home:-.}",
            description = "Where the drawers lie (default: where the launcher lies).")
    private Path home;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the gateway keeps its data (default: HOME/data).")
    private Path data;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A property of routes/application.properties, set differently this time.")
    private Map<String, String> properties = new LinkedHashMap<>();

    Settings settings() {
        return settings(data == null ? home.resolve("data") : data);
    }

    /** With a data folder for the case that none was named. */
    Settings settings(Path other) {
        var folder = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("mappings"))) {
            throw new ParameterException(
                    command.commandLine(), "no gateway lies in " + folder + " (no drawer 'mappings')");
        }
        return new Settings(
                folder, (data == null ? other : data).toAbsolutePath().normalize(), properties);
    }

    /** For a command that looks at what a gateway has done: it must not make an empty journal in a wrong place. */
    Settings used() {
        var settings = settings();
        if (!Files.isDirectory(settings.data())) {
            throw new ParameterException(
                    command.commandLine(), "no gateway has run with the data folder " + settings.data());
        }
        return settings;
    }

    boolean namesData() {
        return data != null;
    }
}
