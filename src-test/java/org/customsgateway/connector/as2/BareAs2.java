package org.customsgateway.connector.as2;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.customsgateway.connector.Dispatch;

/** The bare cryptography of AS2: a message is signed, encrypted, decrypted and verified by the classes of the wire, without the wire. */
public final class BareAs2 {

    private BareAs2() {}

    /**
     * Each thread does so many, each twice over: what a message and its receipt cost at most.
     *
     * @return messages a second
     */
    public static double rate(OwnKeys keys, OwnKey key, Path file, Path folder, int threads, int each) {
        var clock = Clock.systemUTC();
        var wire = new Agreement("SELF", "SELF", key).wire();
        var sealing = new Sealing(keys, folder, () -> "b0undary-of-the-bench", clock);
        var running = new ArrayList<CompletableFuture<Void>>();
        long begun = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            running.add(CompletableFuture.runAsync(
                    () -> {
                        for (int n = 0; n < 2 * each; n++) {
                            once(sealing, wire, keys, file, folder, clock);
                        }
                    },
                    task -> new Thread(task, "bare").start()));
        }
        running.forEach(CompletableFuture::join);
        return threads * each / ((System.nanoTime() - begun) / 1e9);
    }

    private static void once(
            Sealing sealing,
            org.customsgateway.connector.As2Wire wire,
            OwnKeys keys,
            Path file,
            Path folder,
            Clock clock) {
        try (var sealed = sealing.seal(wire, Dispatch.of("x.xml", file));
                var opening = new Opening(wire, new Decryption(keys), folder, 1L << 30, clock.instant())) {
            opening.open(sealed.headers(), sealed.body().all());
        } catch (IOException | Refusal e) {
            throw new IllegalStateException(e);
        }
    }
}
