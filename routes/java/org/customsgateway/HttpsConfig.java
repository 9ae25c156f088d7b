package org.customsgateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.customsgateway.connector.https.HttpsHost;

/** The settings of the HTTPS listener: {@code gateway.https.*}. */
final class HttpsConfig {

    private HttpsConfig() {}

    /** Empty where there is to be none. */
    static Optional<HttpsHost.Settings> read(GatewayConfig config) {
        int port = config.number("gateway.https.port");
        if (port < 0) {
            return Optional.empty();
        }
        Path store = config.home().resolve(config.text("gateway.https.store"));
        if (!Files.isRegularFile(store) || !Files.isReadable(store)) {
            throw new IllegalArgumentException("gateway.https.store: no file that can be read at " + store);
        }
        return Optional.of(new HttpsHost.Settings(
                config.text("gateway.https.host"),
                port,
                store,
                config.text("gateway.https.password").isEmpty()
                        ? Optional.empty()
                        : Optional.of(config.reference("gateway.https.password")),
                config.number("gateway.https.connections"),
                config.number("gateway.https.perAddress"),
                config.number("gateway.https.requests"),
                config.seconds("gateway.https.idle"),
                config.number("gateway.https.slowest")));
    }
}
