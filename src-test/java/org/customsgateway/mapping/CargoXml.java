package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** The Cargo-XML formats as they are shipped, and the public messages and tables that they are held against. */
final class CargoXml implements AutoCloseable {

    static final List<String> READ = List.of("cargo-xfzb-3", "cargo-xfwb-3", "cargo-xfhl-3");
    static final Path SAMPLES = Path.of("../shared/samples/cargo");
    static final Path TREES = Path.of("../shared/facts/tables/cargo-xml");

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final WcoModel model = WcoModel.load(Path.of("xsd"));
    private final Formats formats =
            Formats.open(Path.of("mappings"), Path.of("xsd"), model::validateDeclaration, new DefaultCamelContext());

    /**
     * What became of a message.
     *
     * @param problems of the interchange, or of its item
     * @param declaration valid, or null
     * @param replies what its sender is told at once, in XFNM
     */
    record Outcome(
            Scan scan, List<MappedItem> items, List<Problem> problems, byte[] declaration, List<String> replies) {
        boolean accepted() {
            return declaration != null;
        }
    }

    /** Without the folder a test is skipped; on a build server it fails. */
    static void needed(Path folder) {
        boolean there = Files.isDirectory(folder);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("missing: " + folder);
        }
        assumeTrue(there, "skipped: there is no " + folder);
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    /** The format that knows these bytes, or null. */
    Mapping recognised(byte[] raw) throws IOException {
        for (String id : READ) {
            Mapping mapping = mapping(id);
            if (mapping.recognises(new ByteArrayInputStream(raw))) {
                return mapping;
            }
        }
        return null;
    }

    Mapping mapping(String id) {
        return formats.current(new FormatId(id));
    }

    Outcome read(Mapping mapping, byte[] raw) {
        try {
            Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
            if (scan.refused()) {
                String reply = reply("cargo-xfnm-3", scan, null, scan.problems());
                return new Outcome(scan, List.of(), scan.problems(), null, List.of(reply));
            }
            List<MappedItem> items = new ArrayList<>();
            mapping.read(new ByteArrayInputStream(raw), scan, new MappingInputs("ic-1", "carrier-a", NOW), items::add);
            List<Problem> problems = new ArrayList<>();
            List<String> replies = new ArrayList<>();
            byte[] declaration = null;
            for (MappedItem item : items) {
                problems.addAll(item.problems());
                StatusCode code = item.rejected() ? StatusCode.REJECTED : StatusCode.RECEIVED;
                replies.add(reply("cargo-xfnm-3", scan, Status.of(code, NOW).with(item.problems()), List.of()));
                if (!item.rejected()) {
                    declaration = item.declaration();
                    reply("cargo-xcsn-1", scan, Status.of(StatusCode.REFERRED_RFI, NOW), List.of());
                }
            }
            return new Outcome(scan, items, problems, declaration, replies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<WcoFinding> check(byte[] declaration) {
        return model.validateDeclaration(declaration);
    }

    private String reply(String format, Scan scan, Status status, List<Problem> problems) {
        Mapping reply = mapping(format);
        List<ItemStatus> items = status == null
                ? List.of()
                : List.of(new ItemStatus("ic-1-1", new ItemKey("", ""), 1, Map.of(), status));
        return new String(
                reply.reply(new ReplyContent(
                        "r-1",
                        1,
                        new PartnerId("carrier-a"),
                        "ic-1",
                        scan.reference(),
                        "m.xml",
                        scan.facts(),
                        reply.profile(),
                        NOW,
                        status == null,
                        problems,
                        items)),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        formats.close();
    }
}
