package org.customsgateway;

import java.util.Optional;
import org.customsgateway.connector.sftp.SftpHost;

/** The settings of the SFTP host: {@code gateway.sftp.*}. */
final class SftpConfig {

    private SftpConfig() {}

    /** Empty where there is to be none. */
    static Optional<SftpHost.Settings> read(GatewayConfig config) {
        int port = config.number("gateway.sftp.port");
        if (port < 0) {
            return Optional.empty();
        }
        return Optional.of(new SftpHost.Settings(
                config.text("gateway.sftp.host"),
                port,
                config.data().resolve("sftp"),
                config.number("gateway.sftp.connections"),
                config.number("gateway.sftp.logins")));
    }
}
