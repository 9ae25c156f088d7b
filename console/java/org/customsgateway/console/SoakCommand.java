package org.customsgateway.console;

import java.nio.file.Files;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which ones (default: all).")
    private List<String> names = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "20", description = "How often (default: 20).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var code = 0;
        for (var soak : chosen()) {
            out.println(soak.name() + ": " + soak.about());
            out.flush();
            var data = Files.createTempDirectory("gateway-soak");
            var faults = soak.run(rounds, installation.settings().home(), data, this::say);
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

    private void say(String what) {
        spec.commandLine().getErr().println("  … " + what);
        spec.commandLine().getErr().flush();
    }

    private List<Soak> chosen() {
        var all = ServiceLoader.load(Soak.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        var known = all.stream().map(Soak::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no soak test '" + name + "', only " + String.join(", ", known));
            }
        }
        return all.stream()
                .filter(soak -> names.isEmpty() || names.contains(soak.name()))
                .toList();
    }
}
