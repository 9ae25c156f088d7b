package org.customsgateway.mapping;

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
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** The Cargo-XML formats as they are shipped, and the public messages and tables that they are held against. */
final class CargoXml {

    static final List<String> READ = List.of("cargo-xfzb-3", "cargo-xfwb-3", "cargo-xfhl-3");
    static final Path SAMPLES = Path.of("../shared/samples/cargo");
    static final Path TREES = Path.of("../shared/facts/tables/cargo-xml");

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private CargoXml() {}

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

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    /** The format that knows these bytes, or null. */
    static Mapping recognised(byte[] raw) throws IOException {
        for (String id : READ) {
            Mapping mapping = Shipped.mapping(id);
            if (mapping.recognises(new ByteArrayInputStream(raw))) {
                return mapping;
            }
        }
        return null;
    }

    static Outcome read(Mapping mapping, byte[] raw) {
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

    private static String reply(String format, Scan scan, Status status, List<Problem> problems) {
        Mapping reply = Shipped.mapping(format);
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
}
