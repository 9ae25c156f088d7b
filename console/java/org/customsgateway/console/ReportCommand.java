package org.customsgateway.console;

import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.customsgateway.journal.QualityDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What has come of the work of days, in figures. */
@Command(
        name = "report",
        description = "Report how good the data of partners was.",
        footer = {
            "",
            "'quality' shows, for each partner and day (UTC), items and which share of them was accepted as it came, complete, timely, accurate",
            "and consistent, how many of those that say when they arrive came after their data, and the rules that were broken most."
        })
final class ReportCommand implements Runnable {

    private static final int DAYS = 7;

    private final Works works;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    /** @param clock says which days the latest are */
    ReportCommand(Works works, Clock clock) {
        this.works = works;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: quality");
    }

    @Command(
            name = "quality",
            mixinStandardHelpOptions = true,
            description = "How good the data of partners was, day by day.")
    int quality(
            @Mixin InstallationOptions installation,
            @Option(names = "--from", paramLabel = "DAY", description = "First day, yyyy-mm-dd (default: a week ago).")
                    LocalDate from,
            @Option(names = "--to", paramLabel = "DAY", description = "Last day (default: today).") LocalDate to,
            @Option(names = "--partner", paramLabel = "ID", defaultValue = "", description = "Of one partner alone.")
                    String partner,
            @Option(names = "--csv", paramLabel = "FILE", description = "Write it as CSV too.") Path csv,
            @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page too.") Path html)
            throws IOException, TemplateException {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(DAYS - 1) : from;
        if (first.isAfter(last)) {
            throw new ParameterException(spec.commandLine(), "--from " + first + " is after --to " + last);
        }
        List<QualityDay> days;
        try (var journal = works.journal(installation.used())) {
            days = journal.quality().days(partner, first, last);
        }
        PrintWriter out = spec.commandLine().getOut();
        var report = new QualityReport(first, last, days);
        report.text().forEach(out::println);
        out.flush();
        if (csv != null) {
            Files.write(csv, report.csv());
        }
        if (html != null) {
            Files.writeString(html, report.html());
        }
        return 0;
    }
}
