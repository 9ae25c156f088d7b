package org.customsgateway.console;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.MappingInputs;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.UnknownFormat;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Maps one file without any wire: what an engineer does a hundred times a day. */
@Command(
        name = "map",
        description = "Map one file: its declarations, or its problems.",
        footer = {
            "",
            "Exit code 0: every message and item is accepted (warnings included). 1: there are problems that reject.",
            "2: wrong usage, for example a format that is not there. 3: the mapping itself fails; where, stands below the item."
        })
final class MapCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Parameters(paramLabel = "FILE", description = "An interchange as a partner sends it.")
    private Path file;

    @Option(names = "--format", paramLabel = "ID", description = "Its format (default: recognised).")
    private String format;

    @Option(
            names = "--partner",
            paramLabel = "ID",
            defaultValue = "dry-run",
            description = "Who would have sent it: a name for the declarations. Its file is not looked at.")
    private String partner;

    @Option(names = "--json", description = "One JSON object per line and item instead of text.")
    private boolean json;

    private final AtomicReference<Supplier<String>> doing = new AtomicReference<>(() -> "reading the formats");

    MapCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw usage("there is no readable file " + file);
        }
        var inputs = new MappingInputs(
                "dry-run", partner().value(), Clock.systemUTC().instant());
        try (var progress = new Progress(
                        spec.commandLine().getErr(), () -> doing.get().get());
                var formats = works.formats(installation.settings())) {
            return map(mapping(formats), inputs);
        }
    }

    private int map(Mapping mapping, MappingInputs inputs) throws IOException {
        var out = spec.commandLine().getOut();
        var shown = json ? MapOutput.json(out) : MapOutput.text(out);
        var items = new AtomicInteger();
        try {
            doing.set(() -> "checking " + file);
            Scan scan;
            try (var raw = open()) {
                scan = mapping.scan(raw, Limits.DEFAULT);
                shown.interchange(mapping, scan);
                if (scan.refused()) {
                    return Commands.LOOK;
                }
            }
            doing.set(() -> items + " items mapped");
            var rejected = new AtomicInteger((int) scan.messages().values().stream()
                    .filter(problems -> problems.stream().anyMatch(Problem::rejects))
                    .count());
            var failed = new AtomicInteger();
            try (var raw = open()) {
                mapping.read(raw, scan, inputs, item -> {
                    items.incrementAndGet();
                    failed.addAndGet(item.failure().isEmpty() ? 0 : 1);
                    rejected.addAndGet(item.rejected() ? 1 : 0);
                    shown.item(item);
                });
            }
            if (failed.get() > 0) {
                return Commands.FAULT;
            }
            return rejected.get() == 0 ? 0 : Commands.LOOK;
        } finally {
            out.flush();
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private Mapping mapping(Formats formats) throws IOException {
        formats.faults().forEach(fault -> spec.commandLine().getErr().println(fault));
        try {
            var mapping = formats.current(format == null ? recognised(formats) : new FormatId(format));
            if (!mapping.readable()) {
                throw usage("the format " + mapping.id() + " is only written, not read");
            }
            return mapping;
        } catch (UnknownFormat | IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private FormatId recognised(Formats formats) throws IOException {
        try (var first = open()) {
            return formats.recognise(first, formats.ids())
                    .orElseThrow(() -> usage(
                            file.toFile().length() == 0
                                    ? file + " is empty"
                                    : "the format of " + file + " is not recognised: name it with --format"));
        }
    }

    private PartnerId partner() {
        try {
            return new PartnerId(partner);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
