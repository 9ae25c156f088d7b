package org.customsgateway.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way: a post drops files, customs answers, the post collects replies. */
@Command(
        name = "demo",
        description = "Start everything embedded, play a post and both back-ends, and show what happens.",
        footer = {"", "Exit code 0 when everything came as expected, 1 when something did not."})
final class DemoCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Option(names = "--keep", description = "Stay up afterwards, until Ctrl-C.")
    private boolean keep;

    DemoCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() throws Exception {
        return Commands.FAULT;
    }
}
