package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java that only writes down how it was called, in a folder with a space in its name. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path jdk;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("the gateway"));
        Files.copy(Path.of("gateway"), home.resolve("gateway"));
        home.resolve("gateway").toFile().setExecutable(true);
        Files.createDirectories(home.resolve("lib"));
        jdk = folder.resolve("jdk 17");
        java("17.0.9", 0);
    }

    @Test
    void runs_an_installation_from_its_jars() throws Exception {
        var run = run(home, "./gateway", "map", "a file.xml");

        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .contains("-Dgateway.home=" + home.toRealPath(), home.toRealPath() + "/lib/*")
                .endsWith("org.customsgateway.Gateway", "map", "a file.xml");
    }

    @Test
    void finds_its_home_through_symbolic_links_and_from_anywhere() throws Exception {
        var first = Files.createSymbolicLink(folder.resolve("first"), Path.of("the gateway/gateway"));
        var second = Files.createSymbolicLink(folder.resolve("second"), first.toAbsolutePath());

        assertThat(run(Path.of("/"), second.toString()).lines()).contains("-Dgateway.home=" + home.toRealPath());
    }

    @Test
    void exit_codes_and_options_pass_through() throws Exception {
        java("25", 42);
        var run = run(home, "env", "JAVA_OPTS=-Xmx256m -Da=b", "HOME=", "./gateway", "run");

        assertThat(run.code()).isEqualTo(42);
        assertThat(run.lines()).contains("-Xmx256m", "-Da=b");
    }

    @Test
    void the_first_run_of_a_checkout_leaves_an_archive_of_its_classes_and_later_commands_use_it() throws Exception {
        Files.delete(home.resolve("lib"));
        Files.writeString(home.resolve("pom.xml"), "");
        var target = Files.createDirectories(home.resolve("target"));
        for (var file : List.of("gateway.classpath", "customs-gateway.jar")) {
            Files.writeString(target.resolve(file), "");
        }
        assertThat(run(home, "./gateway", "map").lines()).noneMatch(line -> line.contains("jsa"));
        var leaves = archive(run(home, "./gateway", "run"), "-XX:ArchiveClassesAtExit=");
        assertThat(leaves.getParent()).isEqualTo(target.toRealPath());

        Files.writeString(leaves, "");
        assertThat(archive(run(home, "./gateway", "map"), "-XX:SharedArchiveFile="))
                .isEqualTo(leaves);
        assertThat(archive(run(home, "./gateway", "run"), "-XX:SharedArchiveFile="))
                .isEqualTo(leaves);

        Files.setLastModifiedTime(leaves, FileTime.from(Instant.EPOCH));
        assertThat(archive(run(home, "./gateway", "run"), "-XX:ArchiveClassesAtExit="))
                .isEqualTo(leaves);
        assertThat(leaves).doesNotExist();

        java("21.0.1", 0);
        assertThat(archive(run(home, "./gateway", "run"), "-XX:ArchiveClassesAtExit="))
                .isNotEqualTo(leaves);
    }

    private static Path archive(Run run, String option) {
        assertThat(run.code()).isZero();
        return run.lines().stream()
                .filter(line -> line.startsWith(option))
                .map(line -> Path.of(line.substring(option.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.lines()));
    }

    @Test
    void an_old_java_is_refused_with_what_to_do() throws Exception {
        java("11.0.2", 0);
        assertThat(run(home, "./gateway", "run"))
                .isEqualTo(new Run(3, List.of("gateway: " + jdk + "/bin/java is Java 11: 17 or newer is needed")));
    }

    @Test
    void a_wrong_java_home_is_named() throws Exception {
        Files.delete(jdk.resolve("bin/java"));
        assertThat(run(home, "./gateway").lines())
                .containsExactly("gateway: JAVA_HOME is " + jdk + ", but there is no bin/java in it");
    }

    @Test
    void without_java_it_says_so() throws Exception {
        assertThat(run(home, "env", "-u", "JAVA_HOME", "PATH=" + tools(), "./gateway")
                        .lines())
                .containsExactly("gateway: no Java found: install a JDK 17 or newer, or set JAVA_HOME to one");
    }

    @Test
    void a_folder_that_is_nothing_is_named() throws Exception {
        Files.delete(home.resolve("lib"));
        assertThat(run(home, "./gateway").lines()).singleElement().asString().contains("neither a checkout nor");
    }

    /** The few commands that the launcher needs, and no Java. */
    private Path tools() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : List.of("sh", "sed", "head", "dirname", "readlink")) {
            Files.createSymbolicLink(
                    tools.resolve(tool), Path.of("/usr/bin/env").resolveSibling(tool));
        }
        return tools;
    }

    private void java(String version, int code) throws IOException {
        var java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
                printf '%%s\\n' "$@"
                exit %d
                """.formatted(version, code));
        java.toFile().setExecutable(true);
    }

    private record Run(int code, List<String> lines) {}

    private Run run(Path from, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(from.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().remove("JAVA_OPTS");
        var process = builder.start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), lines);
    }
}
