package org.customsgateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A post at its end of the wire: its key, its partner file, and an SFTP client that drops files and collects replies. */
final class Post implements AutoCloseable {

    private final String id;
    private final KeyPair key;
    private final SshClient client = SshClient.setUpDefaultClient();
    private ClientSession session;
    private SftpClient sftp;

    Post(String id) throws GeneralSecurityException {
        this.id = id;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
    }

    /** Writes the partner file; {@code more} is added at its end. */
    void register(Path partners, String more) throws IOException {
        register(partners, "post", "upu-itmatt, upu-cusitm", more);
    }

    void register(Path partners, String kind, String formats, String more) throws IOException {
        register(partners, kind, formats, "", more);
    }

    /** @param reply keys of {@code reply} in the partner file, beside the batch */
    void register(Path partners, String kind, String formats, String reply, String more) throws IOException {
        Files.createDirectories(partners);
        String file = """
                name: A partner
                kind: %s
                formats: [%s]
                reply:
                  wire: sftpHost
                  batch: { items: 1000, wait: 200ms }
                %swires:
                  sftpHost:
                    keys:
                      - "%s"
                """.formatted(
                        kind,
                        formats,
                        reply.indent(2).stripTrailing() + (reply.isEmpty() ? "" : "\n"),
                        PublicKeyEntry.toString(key.getPublic()));
        Files.writeString(partners.resolve(id + ".yaml"), file + more);
    }

    void connect(int port) throws IOException {
        client.setServerKeyVerifier((session, address, serverKey) -> true);
        client.start();
        session = client.connect(id, "127.0.0.1", port)
                .verify(Duration.ofSeconds(10))
                .getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(Duration.ofSeconds(10));
        sftp = SftpClientFactory.instance().createSftpClient(session);
    }

    /** Returns when the gateway has said that it has the file. */
    void drop(String name, String content) throws IOException {
        try (var out = sftp.write("in/" + name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All replies that lie there now, by name. */
    List<String> replies() throws IOException {
        var found = new TreeMap<String, String>();
        for (var entry : sftp.readEntries("out")) {
            if (entry.getAttributes().isRegularFile() && !entry.getFilename().startsWith(".")) {
                try (var in = sftp.read("out/" + entry.getFilename())) {
                    found.put(entry.getFilename(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Takes away what lies there, as a post does that has it. */
    void collect() throws IOException {
        for (var entry : sftp.readEntries("out")) {
            if (entry.getAttributes().isRegularFile()) {
                sftp.remove("out/" + entry.getFilename());
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
