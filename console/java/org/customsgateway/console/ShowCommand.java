package org.customsgateway.console;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.customsgateway.journal.Access;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole story of one item or interchange. */
@Command(
        name = "show",
        description = "Show the story of an item or an interchange, from the journal.",
        footer = {"", "Exit code 1 when the journal does not know it."})
final class ShowCommand implements Callable<Integer> {

    private static final int MOST = 20;

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Parameters(
            paramLabel = "ID",
            description = "The partner's identifier of an item (S10), or the gateway's id of an item or interchange.")
    private String id;

    ShowCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var journal = works.journal(installation.used())) {
            var interchange = journal.interchanges().find(id);
            if (interchange.isPresent()) {
                show(out, interchange.get(), journal);
                return 0;
            }
            var items = journal.items()
                    .find(id)
                    .map(List::of)
                    .orElseGet(() -> journal.items().search(id, MOST));
            items.forEach(item -> show(out, item, journal));
            if (items.isEmpty()) {
                spec.commandLine().getErr().println("the journal does not know '" + id + "'");
                return Commands.LOOK;
            }
            return 0;
        }
    }

    /** Nobody sees what is not noted. */
    private static void note(Journal journal, String id) {
        journal.access().add(List.of(Access.byOperator(Clock.systemUTC().instant(), "show", id)));
    }

    private static void show(PrintWriter out, Interchange interchange, Journal journal) {
        note(journal, interchange.id());
        out.println("interchange " + interchange.id() + " of " + interchange.partner() + ": " + interchange.state()
                + (interchange.name().isEmpty() ? "" : ", " + interchange.name()) + ", "
                + interchange.raw().size() + " bytes, raw " + interchange.raw().sha256());
        interchange.problems().forEach(problem -> out.println("  " + MapOutput.line(problem)));
        lines(out, journal.history().ofInterchange(interchange.id()));
    }

    private static void show(PrintWriter out, Item item, Journal journal) {
        note(journal, item.id());
        out.println("item " + item.id() + " (" + item.key().id() + " "
                + item.key().date() + ", version " + item.version() + ") of " + item.partner() + ": " + item.status());
        item.problems().forEach(problem -> out.println("  " + MapOutput.line(problem)));
        lines(out, journal.history().ofItem(item.id()));
    }

    private static void lines(PrintWriter out, List<Line> lines) {
        lines.forEach(line -> out.println("  " + line.at() + "  " + line.what() + "  " + line.detail()));
    }
}
