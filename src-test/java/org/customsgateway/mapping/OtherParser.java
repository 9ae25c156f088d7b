package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The parser of {@code src-test/node-edifact}: JavaScript, by others than StAEDI's authors and us. Its one package is fetched
 * once into {@code target}, as its lock file says. Without node and npm its tests are skipped, but not where CI is set.
 */
record OtherParser(Path folder) {

    private static final Path SOURCE = Path.of("src-test/node-edifact");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static OtherParser fetched() throws IOException, InterruptedException {
        boolean there = there("node") && there("npm");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("node and npm").isTrue();
        }
        assumeTrue(there, "node and npm are not on this machine: replies are not read by a second parser");
        Path folder = Files.createDirectories(Path.of("target/node-edifact"));
        for (String file : List.of("package.json", "package-lock.json", "read.js")) {
            Files.copy(SOURCE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            run(folder, "", "npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        return new OtherParser(folder);
    }

    private static boolean there(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** @param interchanges see {@code read.js} */
    JsonNode reads(List<Map<String, String>> interchanges) throws IOException, InterruptedException {
        return JSON.readTree(run(folder, JSON.writeValueAsString(interchanges), "node", "read.js"));
    }

    private static String run(Path folder, String in, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(in);
        }
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return out;
    }
}
