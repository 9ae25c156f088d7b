package org.customsgateway.connector.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Receipt;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A gigabyte out and in, both ends in one Java machine: run it with {@code -Dtests.jvm=-Xmx256m}. System property
 * {@code as2.megabytes} sends less.
 */
@Tag("soak")
class LargeMessageTest {

    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Cipher.class,
            names = {"AES256_CBC", "AES256_GCM"})
    void a_gigabyte_goes_out_and_comes_in(Cipher cipher) throws Exception {
        long size = Integer.getInteger("as2.megabytes", 1024) * 1024L * 1024;
        Path file = folder.resolve("large.xml");
        write(file, size);
        var came = Mic.of(Files.newInputStream(file), MicAlgorithm.SHA_256);
        var arrived = new Mic[1];
        Door door = (delivery, bytes) -> {
            arrived[0] = Mic.of(bytes, MicAlgorithm.SHA_256);
            return new Receipt("1", false);
        };
        try (var customs = new Station(folder.resolve("customs"), 0, Clock.systemUTC(), door, CUSTOMS);
                var post = new Station(folder.resolve("post"), 0, POST)) {
            customs.ledger.keepsProofs = false;
            post.ledger.keepsProofs = false;
            var receiving = new Agreement("POST", "CUSTOMS", POST);
            receiving.limits = Wired.limits(2L << 30);
            customs.host.added(receiving.partner("post"));
            var sending = new Agreement("CUSTOMS", "POST", CUSTOMS);
            sending.url = Optional.of(URI.create(customs.url().toString()));
            sending.cipher = Optional.of(cipher);
            sending.compression = Compression.BEFORE_SIGNING;
            sending.timeout = Duration.ofMinutes(10);
            post.host.added(sending.partner("customs"));

            post.host.deliver(sending.partner("customs"), Dispatch.of("large.xml", file));

            assertThat(arrived[0]).isEqualTo(came);
        }
    }

    /** Half of it can be compressed. */
    private static void write(Path file, long size) throws IOException {
        var chance = new Random(1);
        byte[] chunk = new byte[1024 * 1024];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long written = 0; written < size; written += chunk.length) {
                byte[] half = new byte[chunk.length / 2];
                chance.nextBytes(half);
                System.arraycopy(half, 0, chunk, 0, half.length);
                out.write(chunk);
            }
        }
    }
}
