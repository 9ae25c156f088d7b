package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.customsgateway.Needed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded journal has said to be durable is durable. */
@Tag("wire")
class DurabilityTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_acknowledged_before_a_kill_is_there_after_it() throws Exception {
        Path database = folder.resolve("journal.db");
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            killed(database, "r" + round, 200 + round * 150, acknowledged);
            try (Journal journal = Journal.open(Database.embedded(database))) {
                assertThat(acknowledged)
                        .allSatisfy(name -> assertThat(journal.history().ofInterchange(name))
                                .hasSize(1));
            }
        }
    }

    @Test
    void every_commit_is_synced() throws Exception {
        int commits = 100;
        long without = syncs(0);
        long with = syncs(commits);
        assertThat(with - without).isGreaterThanOrEqualTo(commits);
    }

    /** Lets a child commit under this name until it has said so {@code wanted} times, and kills it. */
    private static void killed(Path database, String name, int wanted, Set<String> acknowledged) throws Exception {
        Process child =
                CommittingChild.command(database, name, 4, Integer.MAX_VALUE).start();
        int seen = 0;
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(";")) {
                    acknowledged.add(line);
                    if (++seen == wanted) {
                        // not the process's own method, which would close the pipe before all is read
                        child.toHandle().destroyForcibly();
                    }
                }
            }
        }
        assertThat(child.waitFor()).isEqualTo(137);
        assertThat(seen).isGreaterThanOrEqualTo(wanted);
    }

    private long syncs(int commits) throws IOException, InterruptedException {
        Path trace = folder.resolve("trace-" + commits);
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", trace.toString()));
        List<String> child = CommittingChild.command(folder.resolve(commits + ".db"), "s", 1, commits)
                .command();
        Needed.that(works("strace", "true"), "strace that may trace");
        command.addAll(child);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("sync(")).count();
        }
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
