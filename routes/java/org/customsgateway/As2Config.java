package org.customsgateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.as2.As2Host;
import org.customsgateway.connector.as2.OwnKeys;

/** The settings of AS2: {@code gateway.as2.*}. */
final class As2Config {

    private As2Config() {}

    /** The keys of messages; empty where there is to be no AS2. */
    static Optional<OwnKeys> keys(GatewayConfig config) {
        var store = config.text("gateway.as2.store");
        return store.isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnKeys(store, config.home(), password(config, "gateway.as2.password")));
    }

    static As2Host.Settings read(GatewayConfig config) {
        int tls = config.number("gateway.as2.tls.port");
        return new As2Host.Settings(
                config.text("gateway.as2.host"),
                config.number("gateway.as2.port"),
                tls < 0 ? Optional.empty() : Optional.of(tls(config, tls)),
                Optional.of(config.text("gateway.as2.url")).filter(url -> !url.isEmpty()),
                config.data().resolve("as2"),
                config.number("gateway.as2.connections"),
                config.number("gateway.as2.perAddress"),
                config.number("gateway.as2.requests"),
                config.seconds("gateway.as2.idle"),
                config.number("gateway.as2.slowest"));
    }

    private static As2Host.Tls tls(GatewayConfig config, int port) {
        Path store = config.home().resolve(config.text("gateway.as2.tls.store"));
        if (!Files.isRegularFile(store) || !Files.isReadable(store)) {
            throw new IllegalArgumentException("gateway.as2.tls.store: no file that can be read at " + store);
        }
        return new As2Host.Tls(port, store, password(config, "gateway.as2.tls.password"));
    }

    private static Optional<Secret> password(GatewayConfig config, String key) {
        return config.text(key).isEmpty() ? Optional.empty() : Optional.of(config.reference(key));
    }
}
