package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.customsgateway.connector.SshKey;

/** A partner's SFTP server, which can be told to misbehave. */
final class PartnerServer implements AutoCloseable {

    private static final String DECOY = "decoy-";

    private final Path root;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final SshKey hostKey;
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final AtomicBoolean hangsUp = new AtomicBoolean();
    private volatile List<String> claims = List.of();
    private volatile long claimedSize = -1;
    private volatile Duration pause = Duration.ZERO;
    private volatile boolean mute;
    private final CountDownLatch closed = new CountDownLatch(1);

    PartnerServer(Path root, SshKey allowed) throws Exception {
        this.root = root;
        Files.createDirectories(root.resolve("inbox/done"));
        Files.createDirectories(root.resolve("outbox"));
        var key = Keys.p256();
        hostKey = Keys.open(key);
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPublickeyAuthenticator(
                (user, shown, session) -> PublicKeyEntry.toString(shown).equals(allowed.toString()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        var sftp = new SftpSubsystemFactory() {
            @Override
            public Command createSubsystem(ChannelSession channel) throws IOException {
                return mute ? new Mute() : super.createSubsystem(channel);
            }
        };
        sftp.setFileSystemAccessor(new Misbehaving());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    SshKey hostKey() {
        return hostKey;
    }

    /** Authenticated ones. */
    long sessions() {
        return server.getActiveSessions().stream()
                .filter(session -> session.getUsername() != null)
                .count();
    }

    void put(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }

    String text(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    List<String> list(String path) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(path))) {
            return files.filter(file -> !file.endsWith("done"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    List<String> opened() {
        return opened;
    }

    /** Names that its listings hold besides the real ones. */
    void claims(List<String> names) throws IOException {
        claims = names;
        for (var i = 0; i < names.size(); i++) {
            put("inbox/" + DECOY + i, "decoy");
        }
    }

    void claimsSize(long size) {
        claimedSize = size;
    }

    void hangsUpOnce() {
        hangsUp.set(true);
    }

    /** Before each byte of a file but the first, either way. */
    void pauses(Duration each) {
        pause = each;
    }

    /** Lets in, and answers nothing then but for the connection. */
    void isMute() {
        mute = true;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.stop(true);
    }

    private final class Misbehaving implements SftpFileSystemAccessor {

        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            opened.add(file.getFileName().toString());
            var channel = DEFAULT.openFile(subsystem, handle, file, name, options, attributes);
            if (!pause.isZero()) {
                return new Slow(channel, pause, closed);
            }
            return hangsUp.getAndSet(false) ? new Cut(channel, subsystem.getServerSession()) : channel;
        }

        @Override
        public NavigableMap<String, Object> resolveReportedFileAttributes(
                SftpSubsystemProxy subsystem,
                Path file,
                int flags,
                NavigableMap<String, Object> attributes,
                LinkOption... options) {
            if (claimedSize >= 0 && attributes.containsKey("size")) {
                attributes.put("size", claimedSize);
            }
            return attributes;
        }

        @Override
        public void putRemoteFileName(
                SftpSubsystemProxy subsystem, Path file, Buffer buffer, String name, boolean shortName) {
            var decoy = name.indexOf(DECOY);
            buffer.putString(
                    decoy < 0 || !shortName ? name : claims.get(Integer.parseInt(name.substring(DECOY.length()))));
        }
    }
}
