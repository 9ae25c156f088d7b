package org.customsgateway.hostile;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.customsgateway.Gateway;
import org.customsgateway.connector.Token;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.console.RunningGateway;
import org.customsgateway.console.Settings;
import org.customsgateway.journal.Journal;

/** One running gateway, and partners that may come to it over every wire that it listens on. */
final class Site implements AutoCloseable {

    static final List<String> FORMATS = List.of("upu-itmatt", "platform-order-1", "un-cuscar-d95b", "cargo-fhl");

    final Path folder;
    final SshClient ssh = SshClient.setUpDefaultClient();
    final KeyPair key;
    final SSLContext tls = SSLContext.getInstance("TLS");
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Certificate certificate;
    private final Settings settings;
    private RunningGateway gateway;
    private Journal journal;
    private HttpClient http;

    Site(Path folder) throws Exception {
        this(folder, Map.of());
    }

    /** @param more settings, or others */
    Site(Path folder, Map<String, String> more) throws Exception {
        this.folder = folder;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
        certificate = Certificate.in(folder.resolve("tls"));
        Files.createDirectories(partners());
        Files.writeString(folder.resolve("password"), Certificate.PASSWORD);
        Files.writeString(partners().resolve("queue.password"), "sesame");
        var properties = new HashMap<String, String>();
        properties.put("gateway.partners", partners().toString());
        properties.put("gateway.broker.port", "0");
        properties.put("gateway.broker.tls.port", "0");
        properties.put("gateway.broker.tls.host", "127.0.0.1");
        properties.put("gateway.broker.tls.store", certificate.pem().toString());
        properties.put("gateway.sftp.port", "0");
        properties.put("gateway.metrics.port", "0");
        properties.put("gateway.https.port", "0");
        properties.put("gateway.https.host", "127.0.0.1");
        properties.put("gateway.https.store", certificate.store().toString());
        properties.put("gateway.https.password", "file:" + folder.resolve("password"));
        properties.put("gateway.https.idle", "2");
        properties.putAll(more);
        settings = new Settings(Path.of("").toAbsolutePath(), folder.resolve("data"), properties);
    }

    Path partners() {
        return folder.resolve("partners");
    }

    /** Writes the file of a partner that has every wire on which the gateway listens. */
    void partner(String id) throws IOException {
        Files.writeString(partners().resolve(id + ".yaml"), """
                name: A partner
                kind: post
                formats: %s
                limits: { interchange: 20MB }
                reply: { wire: queue, batch: { wait: 200ms } }
                wires:
                  sftpHost: { keys: ["%s"] }
                  queue: { password: "file:queue.password", replyTo: from-message }
                  https: { tokens: ["%s"] }
                """.formatted(
                        FORMATS,
                        PublicKeyEntry.toString(key.getPublic()),
                        Token.of("cgw_" + id, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(36500))));
    }

    void start() throws Exception {
        gateway = new Gateway().start(settings);
        journal = new Gateway().journal(settings);
        ssh.setServerKeyVerifier((session, address, serverKey) -> true);
        ssh.start();
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null, null);
        certificates.setCertificateEntry(
                "server",
                KeyStore.getInstance(certificate.store().toFile(), Certificate.PASSWORD.toCharArray())
                        .getCertificate("server"));
        trusted.init(certificates);
        tls.init(null, trusted.getTrustManagers(), null);
        http = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    int sftpPort() {
        return gateway.sftpPort();
    }

    int httpsPort() {
        return gateway.httpsPort();
    }

    int as2Port() {
        return gateway.as2Port();
    }

    int secureBrokerPort() {
        return gateway.secureBrokerPort();
    }

    int brokerPort() {
        return URI.create(gateway.brokerUrl()).getPort();
    }

    ClientSession session(SshClient client, String partner) throws IOException {
        ClientSession session = client.connect(partner, "127.0.0.1", sftpPort())
                .verify(Duration.ofSeconds(20))
                .getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(Duration.ofSeconds(20));
        return session;
    }

    /** Closes its session, too. */
    SftpClient sftp(String partner) throws IOException {
        return kept(SftpClientFactory.instance()
                .createSftpClient(session(ssh, partner))
                .singleSessionInstance());
    }

    /** Over AMQP 1.0. */
    Connection amqp(String partner) throws JMSException {
        return connection(new JmsConnectionFactory("amqp://127.0.0.1:" + brokerPort()), partner);
    }

    /** @param options of the client, as in a URL */
    Connection core(String partner, String options) throws JMSException {
        return connection(new ActiveMQConnectionFactory("tcp://127.0.0.1:" + brokerPort() + options), partner);
    }

    private Connection connection(ConnectionFactory factory, String partner) throws JMSException {
        Connection connection = kept(factory.createConnection(partner, "sesame"));
        connection.start();
        return connection;
    }

    HttpResponse<String> post(String partner, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + httpsPort() + "/v1/interchanges"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer cgw_" + partner)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Closed by {@link #hangUp}. */
    <T extends AutoCloseable> T kept(T one) {
        open.add(one);
        return one;
    }

    /** All that the partners have opened ends. */
    void hangUp() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        open.clear();
    }

    /** What the journal has of each interchange of a partner: its name, state and problems. */
    List<String> interchanges(String partner) {
        return rows(
                "SELECT i.name || ' ' || i.state || ' ' || COALESCE(i.problems, '') || COALESCE((SELECT group_concat(t.problems)"
                        + " FROM item t WHERE t.interchange_id = i.id), '') AS line FROM interchange i WHERE i.partner = ?",
                partner);
    }

    /** Kind, subject and text of every alarm there ever was. */
    List<String> alarms() {
        return rows("SELECT kind || ' ' || subject || ' ' || text AS line FROM alarm");
    }

    private List<String> rows(String sql, Object... arguments) {
        return journal.read(tx -> tx.rows(sql, row -> row.text(), arguments));
    }

    @Override
    public void close() throws Exception {
        hangUp();
        ssh.close();
        journal.close();
        gateway.close();
    }
}
