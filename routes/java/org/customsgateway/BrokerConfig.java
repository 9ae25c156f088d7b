package org.customsgateway;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.queue.Broker;

/** The settings of the embedded broker: {@code gateway.broker.*}. */
final class BrokerConfig {

    private BrokerConfig() {}

    static Broker.Embedded read(GatewayConfig config, Map<String, Secret> backEnds) throws IOException {
        int port = config.number("gateway.broker.port");
        String host = config.text("gateway.broker.host");
        if (port >= 0 && !isLoopbackEnough(config, host)) {
            throw new IllegalArgumentException(
                    "gateway.broker.host=" + host + " is not this machine alone, and its port"
                            + " has no TLS: use gateway.broker.tls.port, or allow it with gateway.broker.plain=anywhere");
        }
        return new Broker.Embedded(
                config.data().resolve("broker"),
                host,
                port < 0 ? Optional.empty() : Optional.of(port),
                tls(config),
                config.number("gateway.broker.connections"),
                config.number("gateway.broker.perAddress"),
                backEnds);
    }

    private static boolean isLoopbackEnough(GatewayConfig config, String host) throws IOException {
        return switch (config.text("gateway.broker.plain")) {
            case "anywhere" -> true;
            case "loopback" -> InetAddress.getByName(host).isLoopbackAddress();
            default -> throw new IllegalArgumentException("gateway.broker.plain must be loopback or anywhere");
        };
    }

    private static Optional<Broker.Tls> tls(GatewayConfig config) {
        int port = config.number("gateway.broker.tls.port");
        if (port < 0) {
            return Optional.empty();
        }
        Path store = config.home().resolve(config.text("gateway.broker.tls.store"));
        if (!Files.isRegularFile(store) || !Files.isReadable(store)) {
            throw new IllegalArgumentException("gateway.broker.tls.store: no file that can be read at " + store);
        }
        Optional<Secret> password = config.text("gateway.broker.tls.password").isEmpty()
                ? Optional.empty()
                : Optional.of(config.reference("gateway.broker.tls.password"));
        return Optional.of(new Broker.Tls(config.text("gateway.broker.tls.host"), port, store, password));
    }
}
