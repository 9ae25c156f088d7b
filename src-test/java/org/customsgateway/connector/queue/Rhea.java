package org.customsgateway.connector.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The AMQP 1.0 client of {@code src-test/rhea}: JavaScript, with nothing of the broker's authors in it. Its packages are
 * fetched once into {@code target}, as its lock file says. Without node and npm its tests are skipped, but not where CI is set.
 */
record Rhea(Path folder, int port, Path trusted) {

    private static final Path SOURCE = Path.of("src-test/rhea");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Rhea at(int port, Path trusted) throws IOException, InterruptedException {
        boolean there = there("node") && there("npm");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("node and npm").isTrue();
        }
        assumeTrue(there, "node and npm are not on this machine: the AMQP client in JavaScript is not tested");
        Path folder = Files.createDirectories(Path.of("target/rhea"));
        for (String file : List.of("package.json", "package-lock.json", "client.js")) {
            Files.copy(SOURCE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path done = folder.resolve("node_modules/.package-lock.json");
        if (!Files.exists(done)) {
            run(folder, "", "npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        return new Rhea(folder, port, trusted);
    }

    private static boolean there(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** @param task see {@code client.js} */
    JsonNode does(String user, String password, Map<String, ?> task) throws IOException, InterruptedException {
        var whole = new HashMap<String, Object>(task);
        whole.putAll(
                Map.of("port", port, "ca", trusted.toAbsolutePath().toString(), "user", user, "password", password));
        return JSON.readTree(run(folder, JSON.writeValueAsString(whole), "node", "client.js"));
    }

    private static String run(Path folder, String in, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var stdin = process.outputWriter()) {
            stdin.write(in);
        }
        var out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return out;
    }
}
