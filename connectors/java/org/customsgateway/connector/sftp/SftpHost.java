package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.connector.Rate;
import org.customsgateway.connector.SftpHostWire;
import org.customsgateway.connector.SshKey;
import org.customsgateway.message.PartnerId;

/**
 * The gateway's SFTP server: each partner in a home of its own with {@code in} (to send) and {@code out} (to collect),
 * public keys only. What is uploaded to {@code in} is handed in before the client hears that its CLOSE (or the RENAME
 * from a temporary name) went well, and is gone from {@code in} then.
 */
public final class SftpHost implements PartnerListener, Outlet, AutoCloseable {

    /**
     * @param port 0 for any free one
     * @param folder holds the homes and the host key: {@code data/sftp}
     * @param connections most at a time, logged in or not
     * @param logins most from one address that have not logged in; 0 for any number
     */
    public record Settings(String address, int port, Path folder, int connections, int logins) {}

    private final Settings settings;
    private final Door door;
    private final Alarm alarm;
    private final Clock clock;
    private final Map<PartnerId, Home> homes = new ConcurrentHashMap<>();
    private final ExecutorService receiving = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sftp-receive");
        thread.setDaemon(true);
        return thread;
    });
    private SshServer server;
    private String hostKey;

    public SftpHost(Settings settings, Door door, Alarm alarm, Clock clock) {
        this.settings = settings;
        this.door = door;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** What takes its time, before anybody is listened to. */
    public void prepare() throws IOException {
        Ed25519.only();
        Files.createDirectories(settings.folder());
        var key = HostKey.in(settings.folder().resolve(".host-key"));
        try {
            hostKey = HostKey.text(key.loadKeys(null).iterator().next());
        } catch (RuntimeException unreadable) {
            throw new IOException("the host key cannot be read; remove the file to have a new one made", unreadable);
        }
        server = new HostServer(
                        settings.address(),
                        settings.port(),
                        new LoginLimit(settings.connections(), settings.logins()),
                        key)
                .with(this::opens, this::home, receiving);
    }

    public void start() throws IOException {
        if (server == null) {
            prepare();
        }
        server.start();
    }

    /** The one that is listened on. */
    public int port() {
        return server.getPort();
    }

    /** The host's public key, one line as for a known_hosts file: {@code type base64}. */
    public String hostKey() {
        return hostKey;
    }

    /** Where the replies for a partner lie until it collects them. */
    public Path out(Partner partner) {
        return root(partner).resolve(Place.OUT);
    }

    private Path root(Partner partner) {
        return settings.folder().resolve(partner.id().value());
    }

    private Optional<Home> home(String user) {
        return homes.values().stream()
                .filter(home -> home.wire().user().equals(user))
                .findFirst();
    }

    private boolean opens(String user, PublicKey key, ServerSession session) {
        return home(user)
                .filter(home -> home.wire().keys().stream().anyMatch(known -> same(known, key)))
                .isPresent();
    }

    private static boolean same(SshKey known, PublicKey key) {
        try {
            var parsed = PublicKeyEntry.parsePublicKeyEntry(known.toString()).resolvePublicKey(null, null, null);
            return KeyUtils.compareKeys(parsed, key);
        } catch (IOException | GeneralSecurityException notAKey) {
            return false;
        }
    }

    @Override
    public void added(Partner partner) {
        if (partner.wires().sftpHost().isPresent()) {
            var outgoing =
                    settings.folder().resolve(".outgoing").resolve(partner.id().value());
            var home = new Home(root(partner), outgoing, partner, door, alarm, new Rate(clock));
            home.sweep();
            homes.put(partner.id(), home);
        }
    }

    @Override
    public void removed(Partner partner) {
        var home = homes.remove(partner.id());
        if (home != null) {
            disconnect(home.wire().user());
        }
    }

    /** Sessions live on through a change, unless it is about who may open them. */
    @Override
    public void changed(Partner before, Partner after) {
        var sameDoor = before.wires()
                .sftpHost()
                .map(SftpHost::door)
                .equals(after.wires().sftpHost().map(SftpHost::door));
        var home = homes.get(before.id());
        if (sameDoor && home != null) {
            home.use(after);
        } else {
            removed(before);
            added(after);
        }
    }

    private static Object door(SftpHostWire wire) {
        return Map.entry(wire.user(), wire.keys());
    }

    private void disconnect(String user) {
        if (server != null) {
            server.getActiveSessions().stream()
                    .filter(session -> user.equals(session.getUsername()))
                    .forEach(session -> session.close(true));
        }
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        var home = homes.get(partner.id());
        if (home == null) {
            throw new IOException("no home for " + partner.id());
        }
        home.deliver(dispatch.name(), dispatch.content());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop(true);
        }
        receiving.shutdown();
    }
}
