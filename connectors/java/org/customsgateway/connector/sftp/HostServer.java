package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SSH server that offers SFTP to partners and nothing else: no password, shell, command, scp or forwarding. */
final class HostServer {

    private final SshServer server = SshServer.setUpDefaultServer();

    HostServer(String address, int port, LoginLimit limit, KeyPairProvider key) {
        server.setHost(address);
        server.setPort(port);
        server.setKeyPairProvider(key);
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setGlobalRequestHandlers(List.of());
        server.getSignatureFactories().removeIf(factory -> factory.getName().equals("ssh-rsa"));
        // a packet may grow a thousandfold when it is unpacked, and with zlib before anybody has said who it is
        server.setCompressionFactories(List.of(BuiltinCompressions.none));
        server.getMacFactories().removeIf(factory -> factory.getName().contains("sha1"));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(20));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, 6);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(15));
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, 4);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "customs-gateway");
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, 64);
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "posix-rename@openssh.com=1");
        SftpModuleProperties.ACL_SUPPORTED_MASK.set(server, "");
        server.addSessionListener(limit);
    }

    SshServer with(PublickeyAuthenticator opens, Function<String, Optional<Home>> homes, ExecutorService receiving) {
        server.setPublickeyAuthenticator(opens);
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) throws IOException {
                return home(homes, session).root();
            }
        });
        var sftp = new SftpSubsystemFactory() {
            @Override
            public Command createSubsystem(ChannelSession channel) throws IOException {
                var home = home(homes, channel.getServerSession());
                if (!home.enter()) {
                    throw new IOException("too many sessions at a time");
                }
                return new PartnerSubsystem(channel, this, home, receiving);
            }
        };
        sftp.setFileSystemAccessor(new PartnerFiles());
        server.setSubsystemFactories(List.of(sftp));
        return server;
    }

    private static Home home(Function<String, Optional<Home>> homes, SessionContext session) throws IOException {
        return homes.apply(session.getUsername()).orElseThrow(() -> new IOException("no such partner any more"));
    }
}
