package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every case in {@code src-test/golden/<format>/<case>}: a new case needs no Java. {@code -Dgolden.update=true} writes what
 * the mapping makes now and fails, so that nothing is taken over without being looked at.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src-test/golden");

    @Test
    void no_format_is_broken() {
        assertThat(Shipped.formats().faults()).isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> golden() throws IOException {
        List<Path> folders = folders(GOLDEN);
        assertThat(folders).as("formats with golden cases").isNotEmpty();
        List<DynamicNode> formatTests = new ArrayList<>();
        for (Path folder : folders) {
            formatTests.add(cases(folder));
        }
        return formatTests.stream();
    }

    private static DynamicNode cases(Path folder) throws IOException {
        String format = folder.getFileName().toString();
        List<DynamicNode> tests = new ArrayList<>();
        for (Path one : folders(folder)) {
            String name = format + ": " + one.getFileName().toString().replace('-', ' ');
            tests.add(DynamicTest.dynamicTest(name, one.toUri(), () -> run(format, one)));
        }
        tests.add(DynamicTest.dynamicTest(format + ": has cases of every kind", () -> complete(format, folder)));
        return DynamicContainer.dynamicContainer(format, tests.stream());
    }

    private static void run(String format, Path folder) throws IOException {
        GoldenCase golden = new GoldenCase(Shipped.mapping(format), folder);
        if (Boolean.getBoolean("golden.update")) {
            golden.update();
            fail("written anew, look at the difference: " + folder);
        }
        golden.verify();
    }

    private static void complete(String format, Path folder) throws IOException {
        Mapping mapping = Shipped.mapping(format);
        int accepted = 0;
        int rejected = 0;
        for (Path one : folders(folder)) {
            accepted += Files.exists(one.resolve("declarations.xml")) ? 1 : 0;
            rejected += Files.exists(one.resolve("problems.txt"))
                            && Files.readString(one.resolve("problems.txt")).contains("REJECT")
                    ? 1
                    : 0;
        }
        if (mapping.readable()) {
            assertThat(accepted).as("accepted cases in %s", folder).isPositive();
            assertThat(rejected).as("rejected cases in %s", folder).isPositive();
        } else {
            assertThat(folders(folder)).as("cases in %s", folder).isNotEmpty();
        }
    }

    static List<Path> folders(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(in)) {
            return found.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList();
        }
    }
}
