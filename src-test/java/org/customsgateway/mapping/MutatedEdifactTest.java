package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.customsgateway.mapping.edifact.Grammar;

/** Whatever becomes of a good interchange on its way: never an exception, nor more accepted than was sent as it should be. */
class MutatedEdifactTest {

    private static final String FORMAT = "un-cuscar-d01b";
    private static final List<String> GOOD = good();
    private static final Grammar GRAMMAR = grammar();
    private static final String[] PIECES = {
        "'",
        "+",
        ":",
        "?",
        "*",
        "\n",
        "\r\n",
        " ",
        "\u0000",
        "\u007f",
        "é",
        "??",
        "?'",
        "'UNH+1+CUSCAR:D:01B:UN'",
        "'UNT+1+1'",
        "'UNZ+1+1'",
        "'UNB+UNOA:1'",
        "UNA:+.? '",
        "CNI+1'",
        "RFF+HWB:X'",
        "GID'",
        "'XYZ+1'",
        "''",
        "-",
        "1e9",
        "99999999999999999999",
        "'UNG+A'",
        "'UNE+1+1'",
        "'UNS+D'",
        "'Unt+1'",
        "'RFF'",
        "'NAD+CN+++" + "x".repeat(5000) + "'",
        "&lt;",
        "${item}"
    };

    private static List<String> good() {
        return new String(good(FORMAT), StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static byte[] good(String format) {
        String name = Map.of(
                        FORMAT,
                        "reads-several-messages",
                        "un-cuscar-d95b",
                        "declares-two-houses-under-a-master-waybill",
                        "un-cuscar-d03b",
                        "declares-two-houses-under-a-master-waybill",
                        "un-cusexp-d96a",
                        "declares-houses-of-all-four-categories-under-two-masters",
                        "un-cusexp-d01b",
                        "declares-houses-of-all-four-categories-under-two-masters",
                        "un-cusdec-d96b",
                        "declares-several-messages")
                .get(format);
        try {
            return Files.readAllBytes(Path.of("src-test/golden", format, name, "input.edi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void segments_dropped(@ForAll("place") int place) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.remove(place);
        // every segment is counted by somebody: what lost one is never accepted as a whole
        assertThat(judged(lines)).isLessThan(3);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void segments_repeated(@ForAll("place") int place) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.add(place, lines.get(place));
        assertThat(judged(lines)).isLessThan(3);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void segments_swapped(@ForAll("place") int one, @ForAll("place") int other) {
        List<String> lines = new ArrayList<>(GOOD);
        Collections.swap(lines, one, other);
        judged(lines);
    }

    @Property(tries = 400)
    void broken_off_anywhere(@ForAll("cut") int length) {
        byte[] raw = Arrays.copyOf(bytes(GOOD), length);
        assertThat(judged(raw)).isZero();
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void spliced_with_anything(@ForAll("formats") String format, @ForAll("splices") List<Splice> splices) {
        judged(format, Splice.all(splices, good(format)));
    }

    @Property(tries = 500)
    void with_bytes_turned(@ForAll("cut") int place, @ForAll byte turned) {
        byte[] raw = bytes(GOOD);
        raw[place] = turned;
        judged(raw);
    }

    @Property(tries = 200)
    void not_edifact_at_all(@ForAll byte[] raw) {
        assertThat(judged(raw)).isZero();
    }

    private static int judged(List<String> lines) {
        return judged(bytes(lines));
    }

    private static int judged(byte[] raw) {
        return judged(FORMAT, raw);
    }

    /** How many were accepted. */
    private static int judged(String format, byte[] raw) {
        try {
            Mapping mapping = Shipped.mapping(format);
            mapping.recognises(new ByteArrayInputStream(raw));
            Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
            if (scan.refused()) {
                return 0;
            }
            List<MappedItem> items = new ArrayList<>();
            mapping.read(new ByteArrayInputStream(raw), scan, Drawer.INPUTS, items::add);
            assertThat(items).hasSize(scan.items());
            // no house comes from nowhere: each has a segment that opens it
            String text = new String(raw, StandardCharsets.ISO_8859_1);
            String opening = format.contains("cuscar") ? "RFF" : format.contains("cusexp") ? "CNI" : "UNH";
            String plain = text.replaceAll("[\r\n]", "");
            assertThat(items.size()).isLessThanOrEqualTo(plain.split(opening, -1).length - 1);
            int accepted = 0;
            for (MappedItem item : items) {
                assertThat(item.failure()).isEmpty();
                assertThat(item.declaration() == null).isEqualTo(item.rejected());
                if (item.declaration() != null) {
                    accepted++;
                    assertThat(Shipped.model().validateDeclaration(item.declaration()))
                            .isEmpty();
                    // a released character is the character
                    assertThat(plain.replaceAll("\\?(.)", "$1"))
                            .contains(item.key().id());
                }
            }
            boolean clean = accepted == items.size() && scan.messages().isEmpty();
            if (clean && format.equals(FORMAT)) {
                assertThat(housesByStaedi(raw)).isEqualTo(accepted);
            }
            return accepted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is accepted as a whole must be without a fault for StAEDI alone, too, which then finds as many houses. */
    private static int housesByStaedi(byte[] raw) {
        try {
            EDIInputFactory factory = EDIInputFactory.newFactory();
            factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
            EDIStreamReader reader = factory.createEDIStreamReader(
                    new ByteArrayInputStream(raw), StandardCharsets.ISO_8859_1.name(), GRAMMAR.control());
            int houses = 0;
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(GRAMMAR.message());
                }
                assertThat(event.isError()).as("%s", event).isFalse();
                houses += event == EDIStreamEvent.START_LOOP
                                && reader.getReferenceCode().equals("SG8")
                        ? 1
                        : 0;
            }
            return houses;
        } catch (EDIStreamException e) {
            throw new AssertionError(e);
        }
    }

    private static Grammar grammar() {
        try {
            return Grammar.read(Drawers.read(Path.of("mappings"), Path.of("xsd")), "xsd/un-cuscar-d01b/cuscar.xml");
        } catch (IOException | BrokenFormat e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of(
                FORMAT, "un-cuscar-d95b", "un-cuscar-d03b", "un-cusexp-d96a", "un-cusexp-d01b", "un-cusdec-d96b");
    }

    @Provide
    Arbitrary<Integer> place() {
        return Arbitraries.integers().between(0, GOOD.size() - 1);
    }

    @Provide
    Arbitrary<Integer> cut() {
        return Arbitraries.integers().between(0, bytes(GOOD).length - 1);
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return Splice.some(40, PIECES);
    }
}
