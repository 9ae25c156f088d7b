package org.customsgateway.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Whatever becomes of good messages in lines, the whole way to the declaration: refused, rejected, or a valid declaration. */
class MutatedCargoImpTest {

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void houses(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int mutations) throws IOException {
        judged("cargo-fhl", "accepts-a-house-with-everything-in-it", new Random(seed), mutations);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void waybills(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int mutations) throws IOException {
        judged("cargo-fwb", "accepts-a-master-waybill-of-version-17", new Random(seed), mutations);
    }

    private static void judged(String format, String good, Random random, int mutations) throws IOException {
        byte[] raw = Files.readAllBytes(Path.of("src-test/golden", format, good, "input.txt"));
        for (int i = 0; i < mutations; i++) {
            raw = mutated(raw, random);
        }
        Drawer.judged(Shipped.mapping(format), raw, Shipped.model()::validateDeclaration);
    }

    private static byte[] mutated(byte[] raw, Random random) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(raw, StandardCharsets.ISO_8859_1).split("\r\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int place = line.isEmpty() ? 0 : random.nextInt(line.length());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(at, line.substring(0, place));
            case 3 ->
                lines.set(at, line.substring(0, place) + (char) (32 + random.nextInt(95)) + line.substring(place));
            case 4 -> lines.set(at, line.substring(0, place) + line.substring(Math.min(line.length(), place + 1)));
            default -> lines.set(at, line.substring(0, place) + "\r\n" + line.substring(place));
        }
        return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
