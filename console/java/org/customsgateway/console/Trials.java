package org.customsgateway.console;

import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which trials a command is to run, and what it says while they run. */
final class Trials {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Which ones, or the first word of several (default: all).")
    private List<String> names = List.of();

    /** @param word what one of them is called to a person */
    <T extends Trial> List<T> chosen(Class<T> kind, String word) {
        var all = ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (var name : names) {
            if (all.stream().noneMatch(trial -> isNamed(trial, name))) {
                var known = all.stream().map(Trial::name).toList();
                throw new ParameterException(
                        command.commandLine(),
                        "there is no " + word + " '" + name + "', only " + String.join(", ", known));
            }
        }
        return all.stream()
                .filter(trial -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(trial, name)))
                .toList();
    }

    private static boolean isNamed(Trial trial, String asked) {
        return trial.name().equals(asked) || trial.name().startsWith(asked + "-");
    }

    void begin(Trial trial) {
        command.commandLine().getOut().println(trial.name() + ": " + trial.about());
        command.commandLine().getOut().flush();
    }

    void say(String what) {
        command.commandLine().getErr().println("  … " + what);
        command.commandLine().getErr().flush();
    }
}
