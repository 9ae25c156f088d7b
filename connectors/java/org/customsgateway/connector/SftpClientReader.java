package org.customsgateway.connector;

import static org.customsgateway.connector.Values.matching;
import static org.customsgateway.connector.Values.whole;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Binds the keys of {@code wires.sftpClient}. */
final class SftpClientReader {

    private static final String FOLDER = "(\\.|/?[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)";
    private static final String FOLDER_TEXT = "a folder of letters, digits, '.', '_', '-' and '/', without '..'";
    private static final String LOGIN_TEXT = "1 to 64 of letters, digits, '.', '_' and '-'";

    private SftpClientReader() {}

    static SftpClientWire read(Section client, Function<String, Secret> secret) {
        var wire = new SftpClientWire(
                client.value(
                        "host",
                        null,
                        matching(
                                "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,39}",
                                "a host name or an address")),
                client.value("port", 22, whole(1, 65_535)),
                client.value("user", null, matching("[A-Za-z0-9_][A-Za-z0-9._@-]{0,63}", LOGIN_TEXT)),
                client.optional("password", secret),
                client.optional("key", secret),
                client.optional("passphrase", secret),
                client.list("hostKeys", null, SshKey::parse),
                client.value("inbox", null, matching(FOLDER, FOLDER_TEXT)),
                client.value("outbox", null, matching(FOLDER, FOLDER_TEXT)),
                client.value("poll", Duration.ofSeconds(10), Values::duration),
                client.value("settle", true, Values::truth),
                client.value("after", Optional.empty(), SftpClientReader::after),
                client.value("connectTimeout", Duration.ofSeconds(10), Values::duration),
                client.value("readTimeout", Duration.ofSeconds(30), Values::duration),
                client.value("timeout", Duration.ofMinutes(5), Values::duration));
        client.end();
        if (!client.has("password") && !client.has("key")) {
            client.fault("password", "add password: or key:, as env:NAME or file:path");
        }
        return wire;
    }

    private static Optional<String> after(String value) {
        matching("delete|move:" + FOLDER, "delete or move:<folder>").apply(value);
        return value.startsWith("move:") ? Optional.of(value.substring(5)) : Optional.empty();
    }
}
