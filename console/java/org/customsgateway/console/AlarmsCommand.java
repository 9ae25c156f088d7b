package org.customsgateway.console;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.customsgateway.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a person must look at. */
@Command(
        name = "alarms",
        description = "List the open alarms, or clear one.",
        footer = {
            "",
            "Most go by themselves when their reason goes. Clear one that was seen to; where the reason is still there it may come again.",
            "Exit code 1 when there are any, or there is none to clear."
        })
final class AlarmsCommand implements Callable<Integer> {

    static final int MOST = 1000;

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    AlarmsCommand(Works works) {
        this.works = works;
    }

    @Option(
            names = "--clear",
            arity = "2..*",
            paramLabel = "WORD",
            description = "Kind and subject of the one to clear, as they are listed.")
    private List<String> clear = List.of();

    @Override
    public Integer call() {
        try (var journal = works.journal(installation.used())) {
            return clear.isEmpty() ? list(journal) : clear(journal);
        }
    }

    private int clear(Journal journal) {
        var kind = clear.get(0);
        var subject = String.join(" ", clear.subList(1, clear.size()));
        if (ParkedCommand.KINDS.containsKey(kind)) {
            spec.commandLine().getErr().println("it goes when what is set aside goes on: gateway resume " + subject);
            return Commands.LOOK;
        }
        if (!journal.alarms().clear(kind, subject, Clock.systemUTC().instant())) {
            spec.commandLine().getErr().println("no alarm " + kind + " is open about '" + subject + "'");
            return Commands.LOOK;
        }
        return 0;
    }

    private int list(Journal journal) {
        var alarms = journal.alarms().open(MOST);
        alarms.forEach(alarm -> spec.commandLine()
                .getOut()
                .println(alarm.at() + "  " + alarm.kind() + "  " + alarm.subject() + "  " + alarm.text()));
        return alarms.isEmpty() ? 0 : Commands.LOOK;
    }
}
