package org.customsgateway.mapping.cargoimp;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.Scan;
import org.customsgateway.message.Problem;

/**
 * Whatever becomes of good messages on their way, there is no exception; and what is accepted was understood to the last character:
 * written anew from its tree, it is what was sent.
 */
class MutatedLinesTest {

    private static final String[] PIECES = {
        "/",
        "//",
        "-",
        ".",
        " ",
        "\r\n",
        "\n",
        "\r",
        "A",
        "7",
        "a",
        "HBS",
        "HBS/",
        "CNE\r\n",
        "FHL/5\r\n",
        "FWB/16\r\n",
        "/CA/",
        "OCI///T/1\r\n",
        "NAM/X",
        "QK ABCDEFG\r\n",
        ".ABCDEFG 010101\r\n",
        "\u00E9",
        "\u0000",
        "\u0002",
        "TXT/X\r\n",
        "MBI/",
        "K",
        "NCV",
        "057-12345675",
        "FFM/8\r\n",
        "${x}",
        "<#list",
        "0",
        "*",
        "/NG/X",
        "RTD/1\r\n"
    };

    private static final CargoImpSample FHL =
            CargoImpSample.of("cargo-fhl", "fhl.yaml", "FHL", "HBS", List.of("4", "5"));
    private static final CargoImpSample FWB =
            CargoImpSample.of("cargo-fwb", "fwb.yaml", "FWB", "FWB", List.of("16", "17"));
    private static final byte[][] HOUSES = {
        golden("cargo-fhl/accepts-a-house-with-everything-in-it"),
        golden("cargo-fhl/reads-several-messages-in-one-file")
    };
    private static final byte[][] WAYBILLS = {
        golden("cargo-fwb/accepts-a-direct-waybill-with-everything-on-it"),
        golden("cargo-fwb/accepts-a-master-waybill-of-version-17")
    };

    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void houses(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int mutations) {
        judged(FHL, mutated(HOUSES, new Random(seed), mutations));
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void waybills(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int mutations) {
        judged(FWB, mutated(WAYBILLS, new Random(seed), mutations));
    }

    @Property(tries = 300)
    void good_messages_are_written_as_they_were_read(@ForAll @IntRange(min = 0, max = 1) int which) {
        assertThat(judged(FHL, HOUSES[which])).isPositive();
        assertThat(judged(FWB, WAYBILLS[which])).isPositive();
    }

    private static byte[] golden(String name) {
        try {
            return Files.readAllBytes(Path.of("src-test/golden", name, "input.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mutated(byte[][] sources, Random random, int mutations) {
        String text = new String(sources[random.nextInt(sources.length)], StandardCharsets.ISO_8859_1);
        for (int i = 0; i < mutations; i++) {
            text = random.nextBoolean() ? lines(text, random) : characters(text, random);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String lines(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(other, lines.get(at));
            case 2 -> Collections.swap(lines, at, other);
            case 3 -> lines.add(other, lines.remove(at < lines.size() ? at : 0));
            case 4 -> {
                String line = lines.get(at);
                int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
                lines.set(at, line.substring(0, cut));
                lines.add(at + 1, line.substring(cut));
            }
            default -> {
                if (at + 1 < lines.size()) {
                    lines.set(at, lines.get(at) + lines.remove(at + 1));
                }
            }
        }
        return String.join("\r\n", lines);
    }

    private static String characters(String text, Random random) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(5)));
            case 2 ->
                text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(text.length(), at + 1));
            default -> text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(at);
        };
    }

    /** How many items were accepted. */
    private static int judged(CargoImpSample sample, byte[] raw) {
        try {
            Scan scan = sample.syntax().scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
            List<RawItem> items = new ArrayList<>();
            sample.syntax().read(new ByteArrayInputStream(raw), scan, items::add);
            assertThat(items).hasSize(scan.items());
            List<Block> blocks = sample.blocks(raw);
            int accepted = 0;
            int place = 0;
            for (Block block : blocks) {
                if (block.kind() == Block.Kind.ITEM) {
                    accepted += accepted(sample, blocks, block, items.get(place++));
                } else if (block.kind() == Block.Kind.STRAY) {
                    assertThat(problems(scan, block.message()))
                            .as("a stray block is told")
                            .isNotEmpty();
                }
            }
            return accepted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> problems(Scan scan, int message) {
        return scan.messages().getOrDefault(message, scan.problems());
    }

    private static int accepted(CargoImpSample sample, List<Block> blocks, Block block, RawItem item) {
        if (item.problems().stream().anyMatch(Problem::rejects)) {
            return 0;
        }
        Block envelope = blocks.stream()
                .filter(one -> one.message() == block.message() && one.start() != null)
                .findFirst()
                .orElseThrow();
        String version = Blocks.version(envelope.start().plain());
        same(sample.written(item.item(), version), block);
        if (envelope != block) {
            same(sample.written(item.envelope(), version), envelope);
        }
        return 1;
    }

    private static void same(List<String> written, Block block) {
        List<String> sent =
                block.lines().stream().map(MutatedLinesTest::tidy).sorted().toList();
        assertThat(written.stream().map(MutatedLinesTest::tidy).sorted().toList())
                .as("what was sent, written anew from its tree")
                .isEqualTo(sent);
    }

    private static String tidy(TextLine line) {
        return tidy(line.plain());
    }

    /** Blanks at the ends of a value are not part of it; what a telegram does not have, our writer writes as a blank. */
    private static String tidy(String line) {
        return line.replaceAll("[^A-Z0-9 ./_-]", " ")
                .replaceAll(" +", " ")
                .replaceAll(" ?/ ?", "/")
                .strip();
    }
}
