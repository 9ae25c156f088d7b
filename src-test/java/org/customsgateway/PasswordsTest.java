package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.customsgateway.connector.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    private static final int AT_ONCE = 8;

    @TempDir
    Path folder;

    @Test
    void whoever_starts_at_the_same_moment_has_the_same_one_and_so_has_the_next_start() throws Exception {
        var together = new CyclicBarrier(AT_ONCE);
        var made = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                together.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return Passwords.kept(folder.resolve("secrets"), "risk");
                        },
                        work -> new Thread(work).start()))
                .toList();
        var first = made.get(0).join().reveal();
        assertThat(first).hasSize(32);
        assertThat(made.stream().map(CompletableFuture::join).map(Secret::reveal))
                .containsOnly(first);
        assertThat(Passwords.kept(folder.resolve("secrets"), "risk").reveal()).isEqualTo(first);
        try (var left = Files.list(folder.resolve("secrets"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("risk.password");
        }
    }
}
