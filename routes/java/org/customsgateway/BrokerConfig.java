package org.customsgateway;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.queue.Broker;

/** The settings of the embedded broker: {@code gateway.broker.*}. */
final class BrokerConfig {

    private BrokerConfig() {}

    static Broker broker(GatewayConfig config, BackEnds backEnds) throws IOException {
        String url = config.text("gateway.broker.url");
        return url.isEmpty()
                ? Broker.embedded(embedded(config, backEnds))
                : Broker.at(url, config.text("gateway.broker.user"), config.reference("gateway.broker.password"));
    }

    private static Broker.Embedded embedded(GatewayConfig config, BackEnds backEnds) throws IOException {
        Map<String, Secret> users = new TreeMap<>();
        Set<String> copies = new TreeSet<>();
        Set<String> called = new TreeSet<>();
        for (BackEnd backEnd : backEnds.all()) {
            String name = backEnd.name();
            if (backEnd.call().isPresent()) {
                called.add(name);
                continue;
            }
            users.put(name, Passwords.secret(config, "gateway.backend." + name + ".password", name));
            if (!backEnd.answers()) {
                copies.add(name);
            }
        }
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
                users,
                copies,
                called);
    }

    private static boolean isLoopbackEnough(GatewayConfig config, String host) throws IOException {
        return switch (config.text("gateway.broker.plain")) {
            case "anywhere" -> true;
            case "loopback" -> InetAddress.getByName(host).isLoopbackAddress();
            default -> throw new IllegalArgumentException("gateway.broker.plain must be loopback or anywhere");
        };
    }

    /** Empty where the embedded broker has none. */
    static Optional<Broker.Tls> tls(GatewayConfig config) {
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
