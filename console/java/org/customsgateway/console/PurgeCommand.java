package org.customsgateway.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.customsgateway.journal.Purged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what is kept no longer. */
@Command(
        name = "purge",
        description = "Remove what is kept no longer, now; a running gateway does so once a day.",
        footer = {
            "",
            "What is not ended (undecided, untold, undelivered) is held, however old it is.",
            "Exit code 1 when something older is left that should be gone."
        })
final class PurgeCommand implements Callable<Integer> {

    private static final int MOST = 1000;

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Option(names = "--dry-run", description = "Only say what would go.")
    private boolean tried;

    @Option(names = "--records", description = "Only list what has gone so far, the latest first.")
    private boolean records;

    PurgeCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        if (records) {
            try (var journal = works.journal(installation.used())) {
                journal.purging().records(MOST).forEach(purged -> print(out, purged));
            }
            return 0;
        }
        var all = works.purge(installation.used(), !tried);
        all.forEach(purged -> print(out, purged));
        if (all.isEmpty()) {
            out.println("nothing goes: no time is set (gateway.keep.*, keep in partner files), or a purge is running");
        }
        return all.stream().allMatch(purged -> purged.remaining() == 0) ? 0 : Commands.LOOK;
    }

    private static void print(PrintWriter out, Purged purged) {
        var rule = purged.rule();
        out.println(purged.at() + "  " + rule.partner() + "  " + rule.purpose().word() + " before " + rule.olderThan()
                + ": " + purged.removed() + " gone, " + purged.held() + " held, " + purged.remaining() + " left"
                + (purged.digest().isEmpty() ? "" : ", ids " + purged.digest()));
    }
}
