package org.customsgateway.console;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets something go on that was set aside. */
@Command(
        name = "resume",
        description = "Let an interchange in quarantine be read again, or a reply or an AS2 receipt go out (again).",
        footer = {"", "A running gateway takes it up by itself. Exit code 1 when there is nothing with this id."})
final class ResumeCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As 'parked' shows it.")
    private List<String> words;

    ResumeCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() {
        var id = String.join(" ", words);
        var now = Clock.systemUTC().instant();
        try (var journal = works.journal(installation.used())) {
            if (journal.interchanges().resubmit(id, now)) {
                spec.commandLine().getOut().println("interchange " + id + " is read again");
            } else if (journal.outbox().resume(id, now)) {
                spec.commandLine().getOut().println("reply " + id + " goes out");
            } else if (journal.as2().resume(id, now)) {
                spec.commandLine().getOut().println("receipt " + id + " goes out");
            } else {
                spec.commandLine().getErr().println("nothing is set aside under '" + id + "'");
                return Commands.LOOK;
            }
            return 0;
        }
    }
}
