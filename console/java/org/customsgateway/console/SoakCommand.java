package org.customsgateway.console;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the long tests that lie in the test drawer. */
@Command(
        name = "soak",
        description = "Put the gateway under load and kill it again and again; count at its partners' side.",
        footer = {"", "Exit code 1 when anything was lost or doubled; the data is kept then. Works in a checkout."})
final class SoakCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Mixin
    private Trials trials;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "20", description = "How often (default: 20).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var code = 0;
        for (var soak : trials.chosen(Soak.class, "soak test")) {
            trials.begin(soak);
            var data = Files.createTempDirectory("gateway-soak");
            var faults = soak.run(rounds, installation.settings().home(), data, trials::say);
            faults.forEach(fault -> out.println("  " + fault));
            if (faults.isEmpty()) {
                out.println("  nothing lost, nothing doubled");
                Folder.delete(data);
            } else {
                out.println("  the data is kept in " + data);
                code = Commands.LOOK;
            }
            out.flush();
        }
        return code;
    }
}
