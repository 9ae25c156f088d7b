package org.customsgateway.connector.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.SftpHostWire;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A host with one partner, and clients of it. */
abstract class OpenHost {

    @TempDir
    Path folder;

    final Received received = new Received();
    final Alarms alarms = new Alarms();
    final List<AutoCloseable> open = new ArrayList<>();
    KeyPair key;
    SftpHost host;
    Partner partner;

    @BeforeEach
    void start() throws Exception {
        key = Keys.ed25519();
        partner = partner("post-xa", key, Wired.limits(1_000_000));
        host = new SftpHost(
                new SftpHost.Settings("127.0.0.1", 0, folder.resolve("sftp"), 20, 8),
                received,
                alarms,
                Clock.systemUTC());
        host.added(partner);
        host.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : open) {
            each.close();
        }
        host.close();
    }

    static Partner partner(String id, KeyPair key, Limits limits) {
        return Wired.host(id, new SftpHostWire(id, List.of(Keys.open(key)), 2, 2_000_000), limits);
    }

    ClientSession session(String user, KeyPair with) throws IOException {
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        open.add(client);
        client.start();
        var session =
                client.connect(user, "127.0.0.1", host.port()).verify(10_000).getSession();
        session.addPublicKeyIdentity(with);
        session.auth().verify(10_000);
        return session;
    }

    SftpClient sftp(String user, KeyPair with) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session(user, with));
    }

    SftpClient sftp() throws IOException {
        return sftp("post-xa", key);
    }

    static void put(SftpClient sftp, String path, String text) throws IOException {
        try (var handle = sftp.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            sftp.write(handle, 0, text.getBytes(UTF_8));
        }
    }

    List<String> stored(String of) throws IOException {
        try (var files = Files.list(folder.resolve("sftp/" + of))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static List<String> list(SftpClient sftp, String path) throws IOException {
        return StreamSupport.stream(sftp.readDir(path).spliterator(), false)
                .map(SftpClient.DirEntry::getFilename)
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
