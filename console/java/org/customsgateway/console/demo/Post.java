package org.customsgateway.console.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A post's EDI desk: a key, an SFTP client, a folder for the replies that it collects. */
final class Post implements AutoCloseable {

    static final String ID = "demo-post";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path keyFile;
    private final Path replies;
    private final KeyPair key;
    private final SshClient client = SshClient.setUpDefaultClient();
    private SftpClient sftp;

    /** Makes a new key; OpenSSH's own client can use the file as well. */
    Post(Path folder) throws IOException, GeneralSecurityException {
        this.keyFile = folder.resolve("post_key");
        this.replies = Files.createDirectories(folder.resolve("replies"));
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
        Files.deleteIfExists(keyFile);
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(keyFile)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, ID, null, out);
        }
    }

    Path keyFile() {
        return keyFile;
    }

    Path replies() {
        return replies;
    }

    /** The file that makes it a partner. */
    String partnerFile() {
        return """
                name: The demo's post
                kind: post
                formats: [upu-itmatt, upu-cusitm]
                reply:
                  wire: sftpHost
                  batch: { items: 1000, wait: 200ms }
                decisions: { timeout: 4s }
                wires:
                  sftpHost:
                    keys:
                      - "%s"
                """.formatted(PublicKeyEntry.toString(key.getPublic()));
    }

    /** The server's key is taken as it comes: both ends are this process. A real post compares it. */
    void connect(int port) throws IOException {
        client.setServerKeyVerifier((session, address, serverKey) -> true);
        client.start();
        ClientSession session =
                client.connect(ID, "127.0.0.1", port).verify(PATIENCE).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        sftp = SftpClientFactory.instance().createSftpClient(session);
    }

    /** Returns when the gateway has said that it has the file. */
    void drop(String name, byte[] content) throws IOException {
        try (var out = sftp.write("in/" + name)) {
            out.write(content);
        }
    }

    /** Takes what lies there for it, as a post does: in the order of the names, which is that of the replies; copied, then removed. */
    List<Path> collect() throws IOException {
        var collected = new ArrayList<Path>();
        var entries = new ArrayList<SftpClient.DirEntry>();
        sftp.readEntries("out").forEach(entries::add);
        entries.sort(Comparator.comparing(SftpClient.DirEntry::getFilename));
        for (var entry : entries) {
            var name = entry.getFilename();
            if (entry.getAttributes().isRegularFile() && !name.startsWith(".")) {
                byte[] bytes;
                try (var in = sftp.read("out/" + name)) {
                    bytes = in.readAllBytes();
                }
                collected.add(Files.write(replies.resolve(name), bytes));
                sftp.remove("out/" + name);
            }
        }
        return collected;
    }

    /** How a person does the same. */
    String command(int port, Path file) {
        return "echo 'put " + file + " in/' | sftp -b - -i " + keyFile + " -P " + port
                + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null " + ID + "@127.0.0.1";
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
