package org.customsgateway.load;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/**
 * An installation for one run: the drawers of a checkout, but with one partner, a post whose key is made here, and with ports
 * that stay the same when the gateway is started again.
 *
 * @param home where its drawers lie
 * @param data what the gateway keeps
 * @param key the post's
 */
public record LoadSite(Path home, Path data, int sftpPort, int brokerPort, KeyPair key) {

    public static final String POST = "load-post";

    /** @param limitBytes largest interchange that the post may send */
    public static LoadSite make(Path checkout, Path folder, long limitBytes) throws IOException {
        var key = newKey();
        var site = new LoadSite(folder.resolve("home"), folder.resolve("data"), freePort(), freePort(), key);
        for (var drawer : List.of("mappings", "xsd", "routes")) {
            copy(checkout, site.home(), drawer);
        }
        var partners = site.home().resolve("connectors/partners");
        Files.createDirectories(partners);
        Files.writeString(partners.resolve(POST + ".yaml"), partner(key, limitBytes));
        return site;
    }

    /** What the gateway says on its error channel, of all its runs. */
    public Path log() {
        return home.resolveSibling("gateway.log");
    }

    public String brokerUrl() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    public Post post() throws IOException {
        return Post.at(sftpPort, POST, key);
    }

    /** That the gateway has made up at its first start. */
    public String password(String backEnd) throws IOException {
        return Files.readString(data.resolve("secrets/" + backEnd + ".password")).strip();
    }

    private static String partner(KeyPair key, long limitBytes) {
        return """
                name: Post that makes load
                kind: POST
                formats: [upu-itmatt]
                limits:
                  interchange: %d
                wires:
                  sftpHost:
                    keys: ["%s"]
                reply:
                  batch:
                    items: 1000
                    wait: 200ms
                """
                .formatted(limitBytes, openSsh((ECPublicKey) key.getPublic()));
    }

    private static void copy(Path from, Path to, String drawer) throws IOException {
        try (var files = Files.walk(from.resolve(drawer))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var place = to.resolve(from.relativize(file).toString());
                if (file.startsWith(from.resolve(drawer).resolve("java"))) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(file, place);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** RFC 5656, 3.1. */
    private static String openSsh(ECPublicKey key) {
        var blob = ByteBuffer.allocate(200);
        field(blob, "ecdsa-sha2-nistp256".getBytes(StandardCharsets.US_ASCII));
        field(blob, "nistp256".getBytes(StandardCharsets.US_ASCII));
        var point = ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(fixed(key.getW().getAffineX()))
                .put(fixed(key.getW().getAffineY()));
        field(blob, point.array());
        var bytes = new byte[blob.position()];
        blob.flip().get(bytes);
        return "ecdsa-sha2-nistp256 " + Base64.getEncoder().encodeToString(bytes);
    }

    private static void field(ByteBuffer blob, byte[] bytes) {
        blob.putInt(bytes.length).put(bytes);
    }

    private static byte[] fixed(BigInteger coordinate) {
        var bytes = new byte[32];
        var raw = coordinate.toByteArray();
        int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, bytes, 32 - length, length);
        return bytes;
    }
}
