package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in JavaScript, in a folder of {@code src-test}, that takes JSON and gives JSON: what others than the authors of our
 * libraries make of a thing. Its packages are fetched once into {@code target}, as its lock file says. Without node and npm its
 * tests are skipped, but not where CI is set.
 */
public record NodeProgram(Path folder, String script) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param without what is not tested where there is no node */
    public static NodeProgram fetched(String name, String script, String without)
            throws IOException, InterruptedException {
        Needed.that(there("node") && there("npm"), "node and npm: " + without);
        Path folder = Files.createDirectories(Path.of("target", name));
        for (String file : List.of("package.json", "package-lock.json", script)) {
            Files.copy(Path.of("src-test", name, file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            run(folder, "", "npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        return new NodeProgram(folder, script);
    }

    public JsonNode run(Object input) throws IOException, InterruptedException {
        return JSON.readTree(run(folder, JSON.writeValueAsString(input), "node", script));
    }

    private static boolean there(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
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
