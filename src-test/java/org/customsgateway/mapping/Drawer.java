package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.mapping.xml.LittleSchema;
import org.customsgateway.message.FormatId;

/** The little drawers of the engine's own tests, and what is often done with them. */
public final class Drawer {

    static final Path HOME = Path.of("src-test/resources/drawers");
    static final FormatId PARCELS = new FormatId("parcels");
    /** XML is read the same whatever its scan found. */
    static final Scan SCAN = new Scan("", 0, List.of(), Map.of(), Map.of());

    static final MappingInputs INPUTS = new MappingInputs("ic-1", "post-a", Instant.parse("2026-11-21T10:00:00Z"));

    private Drawer() {}

    private static final class Opened {
        static final Formats FORMATS = open(HOME);
    }

    /** For tests that only read them: opened once, never closed. */
    static Formats opened() {
        return Opened.FORMATS;
    }

    public static Formats open(Path home) {
        return Formats.open(home.resolve("mappings"), home.resolve("xsd"), check(home), new DefaultCamelContext());
    }

    /** A copy that a test may edit. */
    public static Path copy(Path to) throws IOException {
        try (var files = Files.walk(HOME)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(HOME.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    static Scan scan(Mapping mapping, byte[] raw) {
        try {
            return mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one go it must be the same as in two passes, to the letter. */
    static void sameInOneGo(Mapping mapping, byte[] raw, MappingInputs in) {
        try {
            Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
            List<MappedItem> items = new ArrayList<>();
            if (!scan.refused()) {
                mapping.read(new ByteArrayInputStream(raw), scan, in, items::add);
            }
            Mapping.Whole whole = mapping.whole(raw, Limits.DEFAULT, in);
            assertThat(whole.scan()).isEqualTo(scan);
            assertThat(whole.items()).hasSameSizeAs(items);
            for (int i = 0; i < items.size(); i++) {
                MappedItem one = whole.items().get(i);
                MappedItem two = items.get(i);
                assertThat(one.declaration()).isEqualTo(two.declaration());
                assertThat(one.problems()).isEqualTo(two.problems());
                assertThat(List.of(
                                one.sequence(),
                                one.key(),
                                one.contentHash(),
                                one.facts(),
                                one.failure(),
                                one.cancels()))
                        .isEqualTo(List.of(
                                two.sequence(),
                                two.key(),
                                two.contentHash(),
                                two.facts(),
                                two.failure(),
                                two.cancels()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<MappedItem> read(Mapping mapping, byte[] raw) {
        List<MappedItem> items = new ArrayList<>();
        try {
            mapping.read(new ByteArrayInputStream(raw), SCAN, INPUTS, items::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    /**
     * Holds what becomes of any bytes against what must be so whatever they are: read alike in one go, each item rejected or declared, and
     * what is declared valid.
     *
     * @return whether the whole was refused
     */
    static boolean judged(Mapping mapping, byte[] raw, DeclarationCheck check) {
        sameInOneGo(mapping, raw, INPUTS);
        Scan scan = scan(mapping, raw);
        if (scan.refused()) {
            return true;
        }
        List<MappedItem> items = read(mapping, raw);
        assertThat(items).hasSize(scan.items());
        for (MappedItem item : items) {
            assertThat(item.failure()).as("the mapping itself").isEmpty();
            assertThat(item.declaration() == null).isEqualTo(item.rejected());
            if (item.declaration() != null) {
                assertThat(check.check(item.declaration())).isEmpty();
            }
        }
        return false;
    }

    /** Holds a document against the little schema that stands in for the WCO's. */
    static DeclarationCheck check(Path home) {
        try {
            return LittleSchema.check(Drawers.read(home.resolve("mappings"), home.resolve("xsd")));
        } catch (IOException | BrokenFormat e) {
            throw new IllegalStateException(e);
        }
    }
}
