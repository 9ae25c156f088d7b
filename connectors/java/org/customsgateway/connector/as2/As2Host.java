package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Pace;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.connector.Secret;
import org.customsgateway.message.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AS2 (RFC 4130) both ways: one listener for all partners, and the way out to them. */
public final class As2Host implements PartnerListener, Outlet, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(As2Host.class);

    /**
     * The listener with TLS.
     *
     * @param store PKCS#12 with the server's key, which is another one than those of messages
     */
    public record Tls(int port, Path store, Optional<Secret> password) {}

    /**
     * @param port without TLS: 0 for any free one, -1 for none
     * @param url where partners reach the listener, for later receipts
     * @param spool folder for messages on their way
     * @param connections most at a time
     * @param perAddress most of them from one address; 0 for any number
     * @param requests most at a time, of all partners
     * @param idle longest silence of a client
     * @param slowest bytes a second that a message must come with
     */
    public record Settings(
            String host,
            int port,
            Optional<Tls> tls,
            Optional<String> url,
            Path spool,
            int connections,
            int perAddress,
            int requests,
            Duration idle,
            int slowest) {}

    private final Settings settings;
    private final Clock clock;
    private final Ledger ledger;
    private final Peers peers;
    private final Sealing sealing;
    private final Outstanding outstanding;
    private final LaterReceipts later;
    private final ReceiptDesk desk;
    private final Expiry expiry;
    private final Listener listener;
    private final Map<PartnerId, Sender> senders = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "as2-receipts"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "as2-watch"));

    /** @param ids new each time: for ids of receipts, and boundaries that stand in no message */
    public As2Host(
            Settings settings, OwnKeys keys, Door door, Ledger ledger, Alarm alarm, Supplier<String> ids, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = ledger;
        clear(settings.spool());
        peers = new Peers(clock);
        later = new LaterReceipts(peers, ledger, this::sendReceipt, threads, clock);
        var refusals = new Refusals(ledger, alarm, ids, clock);
        desk = new ReceiptDesk(keys, later, refusals, ids, clock);
        sealing = new Sealing(keys, settings.spool(), ids, clock);
        outstanding = new Outstanding(ledger, alarm, clock);
        expiry = new Expiry(keys, alarm, clock);
        var reception = new Reception(door, ledger, keys, desk, alarm, settings.spool(), clock);
        listener = new Listener(
                settings,
                new Entrance(
                        peers,
                        reception,
                        outstanding,
                        refusals,
                        settings.requests(),
                        new Pace(settings.slowest(), clock),
                        settings.spool(),
                        alarm));
    }

    /** What a crash has left. */
    private static void clear(Path spool) {
        try {
            Files.createDirectories(spool);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(spool)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for AS2 messages cannot be used", e);
        }
    }

    /** @throws IllegalStateException when a port is taken or a key cannot be used */
    public void start() {
        listener.start();
        watch.scheduleWithFixedDelay(() -> goOn(later::look), 1, 1, TimeUnit.SECONDS);
        watch.scheduleWithFixedDelay(() -> goOn(() -> peers.all().forEach(expiry::look)), 0, 1, TimeUnit.HOURS);
    }

    private static void goOn(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("AS2 receipts or certificates could not be looked at: {}", e.toString());
        }
    }

    /** Without TLS; 0 where there is none. */
    public int port() {
        return listener.port();
    }

    /** With TLS; 0 where there is none. */
    public int securePort() {
        return listener.securePort();
    }

    @Override
    public void added(Partner partner) {
        partner.wires().as2().ifPresent(wire -> {
            peers.admit(partner, wire);
            var peer = peers.find(partner.id()).orElseThrow();
            var sender = new Sender(peer, sealing, ledger, outstanding, desk, settings.spool(), settings.url(), clock);
            var before = senders.put(partner.id(), sender);
            if (before != null) {
                before.close();
            }
            expiry.look(peer);
        });
    }

    @Override
    public void removed(Partner partner) {
        peers.dismiss(partner.id());
        var sender = senders.remove(partner.id());
        if (sender != null) {
            sender.close();
        }
    }

    /** Without a moment in which it is unknown. */
    @Override
    public void changed(Partner before, Partner after) {
        if (after.wires().as2().isPresent()) {
            added(after);
        } else {
            removed(after);
        }
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        sender(partner.id()).deliver(dispatch);
    }

    private void sendReceipt(Peer peer, byte[] receipt) throws IOException {
        sender(peer.id()).receipt(receipt);
    }

    private Sender sender(PartnerId partner) throws IOException {
        var sender = senders.get(partner);
        if (sender == null) {
            throw new IOException("no AS2 wire of " + partner);
        }
        return sender;
    }

    @Override
    public void close() throws Exception {
        watch.shutdownNow();
        listener.close();
        threads.shutdownNow();
        senders.values().forEach(Sender::close);
        senders.clear();
    }
}
