package org.customsgateway.connector.sftp;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.customsgateway.connector.SftpClientWire;
import org.customsgateway.connector.SshKey;

/**
 * A Camel endpoint for a folder of a partner's server. It is set in Java and not by its URI, so that no secret is ever
 * part of a URI, which is logged and listed.
 */
final class RemoteEnd {

    private RemoteEnd() {}

    static SftpEndpoint of(CamelContext context, Line line, SftpClientWire wire, String folder) throws Exception {
        var component = new WatchedComponent(context, line, wire);
        var host = wire.host().contains(":") ? "[" + wire.host() + "]" : wire.host();
        var endpoint = (SftpEndpoint) component.createEndpoint("sftp://" + host + ":" + wire.port() + "/" + folder);
        secure((SftpConfiguration) endpoint.getConfiguration(), wire);
        endpoint.setAutoCreate(false);
        endpoint.setMaximumReconnectAttempts(0);
        return endpoint;
    }

    private static void secure(SftpConfiguration configuration, SftpClientWire wire) {
        configuration.setUsername(wire.user());
        wire.password().ifPresent(password -> configuration.setPassword(password.reveal()));
        wire.key()
                .ifPresent(key -> configuration.setPrivateKey((key.reveal() + "\n").getBytes(StandardCharsets.UTF_8)));
        wire.passphrase().ifPresent(phrase -> configuration.setPrivateKeyPassphrase(phrase.reveal()));
        configuration.setPreferredAuthentications(
                wire.key().isPresent() ? "publickey,password" : "password,keyboard-interactive");
        configuration.setStrictHostKeyChecking("yes");
        configuration.setUseUserKnownHostsFile(false);
        configuration.setKnownHosts(knownHosts(wire).getBytes(StandardCharsets.US_ASCII));
        // a server with several keys must show the one that is known
        configuration.setServerHostKeys(wire.hostKeys().stream()
                .flatMap(RemoteEnd::algorithms)
                .distinct()
                .collect(Collectors.joining(",")));
        configuration.setConnectTimeout((int) wire.connectTimeout().toMillis());
        // silence for half of it is answered by a question, and another half without an answer by hanging up
        configuration.setServerAliveInterval(
                Math.max(1, (int) wire.readTimeout().toMillis() / 2));
        configuration.setServerAliveCountMax(1);
        configuration.setThrowExceptionOnConnectFailed(true);
        configuration.setStepwise(false);
        configuration.setStreamDownload(true);
    }

    private static String knownHosts(SftpClientWire wire) {
        var host = wire.port() == 22 ? wire.host() : "[" + wire.host() + "]:" + wire.port();
        return wire.hostKeys().stream().map(key -> host + " " + key + "\n").collect(Collectors.joining());
    }

    private static Stream<String> algorithms(SshKey key) {
        return key.type().equals("ssh-rsa") ? Stream.of("rsa-sha2-512", "rsa-sha2-256") : Stream.of(key.type());
    }
}
