package org.customsgateway.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a person must look at. */
@Command(
        name = "alarms",
        description = "List the open alarms.",
        footer = {"", "Exit code 1 when there are any."})
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

    @Override
    public Integer call() {
        try (var journal = works.journal(installation.used())) {
            var alarms = journal.alarms().open(MOST);
            alarms.forEach(alarm -> spec.commandLine()
                    .getOut()
                    .println(alarm.at() + "  " + alarm.kind() + "  " + alarm.subject() + "  " + alarm.text()));
            return alarms.isEmpty() ? 0 : Commands.LOOK;
        }
    }
}
