package org.customsgateway.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who has read what. */
@Command(
        name = "access",
        description = "Show who has read which item, and check that no line was changed or taken out.",
        footer = {"", "Exit code 1 when one was."})
final class AccessCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Option(names = "--item", paramLabel = "ID", description = "The gateway's id of an item or interchange.")
    private String item = "";

    @Option(
            names = "--who",
            paramLabel = "WHO",
            description = "How the reader's name begins: 'operator alice', 'partner platform-xa'.")
    private String who = "";

    @Option(names = "--most", paramLabel = "N", description = "The latest N lines (default: ${DEFAULT-VALUE}).")
    private int most = 1000;

    AccessCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var journal = works.journal(installation.used())) {
            journal.access()
                    .find(item, who, most)
                    .forEach(access -> out.println(
                            access.at() + "  " + access.who() + "  " + access.way() + "  " + access.item()));
            var chain = journal.access().check();
            if (chain.broken() == 0) {
                out.println(chain.lines() + " lines, none changed or missing; the last hash is " + chain.last());
                return 0;
            }
            out.println("line " + chain.broken() + " was changed or is missing; what comes before holds");
            return Commands.LOOK;
        }
    }
}
