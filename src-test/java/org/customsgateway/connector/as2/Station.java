package org.customsgateway.connector.as2;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.Secret;
import org.customsgateway.message.PartnerId;

/** One end of the wire, with a journal in memory. */
public final class Station implements AutoCloseable {

    public final Path folder;
    public final Received door = new Received();
    public final Alarms alarms = new Alarms();
    final InMemoryLedger ledger;
    public final As2Host host;
    final OwnKeys keys;

    public Station(Path folder, int port, OwnKey... own) throws IOException {
        this(folder, port, Clock.systemUTC(), own);
    }

    Station(Path folder, int port, Clock clock, OwnKey... own) throws IOException {
        this(folder, port, clock, null, own);
    }

    /** @param other door than the one that keeps what comes, or null */
    Station(Path folder, int port, Clock clock, Door other, OwnKey... own) throws IOException {
        this.folder = Files.createDirectories(folder);
        ledger = new InMemoryLedger(clock);
        TestKeys.store(folder.resolve("keys.p12"), own);
        Files.writeString(folder.resolve("password"), TestKeys.PASSWORD);
        keys = new OwnKeys("keys.p12", folder, Optional.of(Secret.reference("file:password", folder, System::getenv)));
        host = new As2Host(
                new As2Host.Settings(
                        "127.0.0.1",
                        port,
                        Optional.empty(),
                        Optional.of("http://127.0.0.1:" + port + "/as2"),
                        folder.resolve("spool"),
                        100,
                        0,
                        64,
                        Duration.ofSeconds(30),
                        1024),
                keys,
                other == null ? door : other,
                ledger,
                alarms,
                () -> UUID.randomUUID().toString(),
                clock);
        host.start();
    }

    /** Free a moment ago. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** How it stands with a message that was sent from here. */
    public Optional<Ledger.Standing> standing(String partner, String messageId) {
        return ledger.sent(new PartnerId(partner), messageId).map(Ledger.Sent::standing);
    }

    /** Takes what comes, and gives no receipt for it. */
    public void refuses(boolean now) {
        ledger.refuses = now;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + host.port() + "/as2");
    }

    @Override
    public void close() throws Exception {
        host.close();
    }
}
