package org.customsgateway.console;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.customsgateway.mapping.reference.Gap;
import org.customsgateway.mapping.reference.ReferenceFault;
import org.customsgateway.mapping.reference.ReferenceSet;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.SetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the reference data as a gateway would read it. */
@Command(
        name = "reference",
        description = "Check the reference data: countries, rates, tariff, thresholds and the like.",
        footer = {
            "",
            "'check' reads all sets and says of each: rows, how sure, the day it was held against its source and until when that is enough,",
            "the last day that any row is made for, gaps, files and sources. Exit code 1 when a file is broken or older than it may be."
        })
final class ReferenceCommand implements Runnable {

    private static final int SHOWN = 3;

    private final Works works;

    @Spec
    private CommandSpec spec;

    ReferenceCommand(Works works) {
        this.works = works;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Read all sets and say what is in them, and what is wrong.")
    int check(@Mixin InstallationOptions installation) {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        boolean old = false;
        try (References references = works.references(installation.settings())) {
            for (ReferenceSet set : references.now().all()) {
                old |= show(out, set, today);
            }
            List<ReferenceFault> faults = references.faults();
            faults.forEach(fault -> out.println("broken: " + fault));
            return old || !faults.isEmpty() ? Commands.LOOK : 0;
        } finally {
            out.flush();
        }
    }

    /** Returns whether it is older than it may be. */
    private static boolean show(PrintWriter out, ReferenceSet set, LocalDate today) {
        LocalDate newest = set.newest();
        List<Gap> gaps = set.gaps();
        out.println(String.format(
                Locale.ROOT,
                "%-20s %,9d rows  version %s  valid until %s  %s%s",
                set.shape().name(),
                set.size(),
                set.version(),
                newest == null ? "further notice" : newest,
                gaps.isEmpty() ? "no gaps" : gaps.size() + " gaps",
                set.asks() ? "  asks a service" : ""));
        for (SetFile file : set.files()) {
            out.println("  " + file.name() + "  " + file.about().sure().name().toLowerCase(Locale.ROOT) + ", as of "
                    + file.about().asOf() + ", good until " + file.about().good() + "  source: "
                    + file.about().source());
        }
        gaps.stream()
                .limit(SHOWN)
                .forEach(gap -> out.println("  gap: " + gap.key() + " from " + gap.from() + " to " + gap.to()));
        boolean old = set.old().filter(day -> !day.isAfter(today)).isPresent();
        if (old) {
            out.println("  old: hold it against its source, and write the day as asOf into its file");
        }
        return old;
    }
}
