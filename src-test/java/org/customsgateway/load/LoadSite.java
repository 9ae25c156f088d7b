package org.customsgateway.load;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * An installation for one run: a checkout with partner files of its own, which name a post and a carrier, and with ports that stay the
 * same when the gateway is started again.
 *
 * @param home where the drawers lie
 * @param folder all that this run leaves
 * @param key the post's
 */
public record LoadSite(Path home, Path folder, int sftpPort, int brokerPort, KeyPair key) {

    public static final String POST = "load-post";

    /** That sends single consignments over queues. */
    public static final String CARRIER = "load-carrier";

    private static final String CARRIER_PASSWORD = "carrier's own, of no worth";

    /** @param limitMegabytes largest interchange that the post may send */
    public static LoadSite make(Path home, Path folder, int limitMegabytes) throws IOException {
        var site = new LoadSite(home, folder, freePort(), freePort(), newKey());
        Files.createDirectories(site.partners());
        Files.writeString(site.partners().resolve(POST + ".yaml"), site.partner(limitMegabytes));
        Files.writeString(site.partners().resolve("carrier.password"), CARRIER_PASSWORD);
        Files.writeString(site.partners().resolve(CARRIER + ".yaml"), site.carrier());
        return site;
    }

    public Path partners() {
        return folder.resolve("partners");
    }

    /** What the gateway keeps. */
    public Path data() {
        return folder.resolve("data");
    }

    /** What the gateway says on its error channel, of all its runs. */
    public Path log() {
        return folder.resolve("gateway.log");
    }

    public String brokerUrl() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    public Post post() throws IOException {
        return Post.at(sftpPort, POST, key);
    }

    public Carrier carrierConnection(ReplyCount count) throws JMSException {
        return Carrier.connect(brokerUrl(), CARRIER, CARRIER_PASSWORD, count);
    }

    /** That the gateway has made up at its first start. */
    public String password(String backEnd) throws IOException {
        return Files.readString(data().resolve("secrets/" + backEnd + ".password"))
                .strip();
    }

    private String partner(int limitMegabytes) {
        return """
                name: Post that makes load
                kind: post
                formats: [upu-itmatt, un-cuscar-d95b]
                limits:
                  interchange: %dMB
                wires:
                  sftpHost:
                    keys: ["%s"]
                reply:
                  batch: { items: 1000, wait: 200ms }
                """.formatted(limitMegabytes, PublicKeyEntry.toString(key.getPublic()));
    }

    private String carrier() {
        return """
                name: Carrier that makes load
                kind: express
                formats: [un-cuscar-d95b]
                wires:
                  queue:
                    password: "file:carrier.password"
                reply:
                  batch: { items: 1000, wait: 200ms }
                """;
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
}
