package org.customsgateway.console;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What was set aside by our own fault and waits for a person. */
@Command(
        name = "parked",
        description =
                "List what was set aside: interchanges in quarantine, replies that could not be written or delivered, AS2 receipts that could not.",
        footer = {"", "The id at the beginning of a line is for 'resume'. Exit code 1 when there are any."})
final class ParkedCommand implements Callable<Integer> {

    /** The alarms that are about something that can be resumed; their subject is its id. With the word for it. */
    static final Map<String, String> KINDS =
            Map.of("QUARANTINE", "interchange", "PARKED", "reply", "RECEIPT-PARKED", "receipt");

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    ParkedCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() {
        try (var journal = works.journal(installation.used())) {
            var parked = journal.alarms().open(AlarmsCommand.MOST).stream()
                    .filter(alarm -> KINDS.containsKey(alarm.kind()))
                    .toList();
            parked.forEach(alarm -> spec.commandLine()
                    .getOut()
                    .println(alarm.subject() + "  "
                            + KINDS.get(alarm.kind()) + "  since " + alarm.at()
                            + "  " + alarm.text()));
            return parked.isEmpty() ? 0 : Commands.LOOK;
        }
    }
}
