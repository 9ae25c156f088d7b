package org.customsgateway.connector.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A server's key and self-signed certificate for {@code localhost}, made with the JDK's keytool.
 *
 * @param store PKCS#12 with key and certificate
 * @param pem the same as PEM
 * @param trusted PEM with the certificate alone: for clients
 */
public record Certificate(Path store, Path pem, Path trusted) {

    public static final String PASSWORD = "changeit";

    public static Certificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path store = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost,IP:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Key key = keys.getKey("server", PASSWORD.toCharArray());
        var certificate = pem("CERTIFICATE", keys.getCertificate("server").getEncoded());
        Path trusted = Files.writeString(folder.resolve("trusted.pem"), certificate);
        Path pem = Files.writeString(folder.resolve("server.pem"), pem("PRIVATE KEY", key.getEncoded()) + certificate);
        return new Certificate(store, pem, trusted);
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
