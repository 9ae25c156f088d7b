package org.customsgateway.connector.as2;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** OpenAS2 as a process of its own, because its Bouncy Castle is an older one: what it is sent lies in a folder, and so does what it is to send. */
final class OpenAs2 implements AutoCloseable {

    /** Put there by the build. */
    static final Path LIBRARIES = Path.of("target/openas2");

    private final Path folder;
    private final int port;
    private final int mdnPort;
    private final List<String> partnerships = new ArrayList<>();
    private final List<String> pollers = new ArrayList<>();
    private final List<String> partners = new ArrayList<>();
    private Process process;

    OpenAs2(Path folder, OwnKey own, OwnKey customs) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = Station.freePort();
        this.mdnPort = Station.freePort();
        try {
            // Bouncy Castle's own PKCS#12 is one that it can read
            KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
            store.load(null, null);
            store.setKeyEntry("open", own.key(), null, own.chain().toArray(Certificate[]::new));
            store.setCertificateEntry("customs", customs.certificate());
            try (OutputStream out = Files.newOutputStream(folder.resolve("certs.p12"))) {
                store.store(out, TestKeys.PASSWORD.toCharArray());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    String mdnUrl() {
        return "http://127.0.0.1:" + mdnPort + "/";
    }

    /**
     * Agrees both ways.
     *
     * @param attributes of what it sends, as XML
     */
    void agrees(String variant, String customsUrl, String attributes) throws IOException {
        partners.add(
                "<partner name=\"O" + variant + "\" as2_id=\"OPEN-" + variant + "\" x509_alias=\"open\" email=\"o\"/>");
        partners.add("<partner name=\"C" + variant + "\" as2_id=\"CUSTOMS-" + variant
                + "\" x509_alias=\"customs\" email=\"c\"/>");
        partnerships.add("<partnership name=\"to-" + variant + "\"><sender name=\"O" + variant
                + "\"/><receiver name=\"C" + variant
                + "\"/>" + attribute("protocol", "as2") + attribute("content_transfer_encoding", "binary")
                + attribute("subject", "x") + attribute("as2_url", customsUrl) + attribute("resend_max_retries", "0")
                + attributes + "</partnership>");
        partnerships.add("<partnership name=\"from-" + variant + "\"><sender name=\"C" + variant
                + "\"/><receiver name=\"O" + variant + "\"/>" + attribute("protocol", "as2") + "</partnership>");
        var outbox = Files.createDirectories(folder.resolve("outbox-" + variant));
        pollers.add("<module classname=\"org.openas2.processor.receiver.AS2DirectoryPollingModule\" outboxdir=\""
                + outbox
                + "\" errordir=\"" + folder.resolve("error") + "\" sentdir=\"" + folder.resolve("sent-" + variant)
                + "\" interval=\"1\" sendfilename=\"true\" mimetype=\"application/xml\" defaults=\"sender.as2_id=OPEN-"
                + variant
                + ", receiver.as2_id=CUSTOMS-" + variant + "\"/>");
    }

    static String attribute(String name, String value) {
        return "<attribute name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    void start() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("partnerships.xml"),
                "<partnerships>" + String.join("\n", partners) + String.join("\n", partnerships) + "</partnerships>");
        Files.writeString(folder.resolve("commands.xml"), "<commands/>");
        Files.writeString(folder.resolve("config.xml"), """
                <openas2>
                  <properties/>
                  <certificates classname="org.openas2.cert.PKCS12CertificateFactory" filename="%1$s/certs.p12" password="%2$s" interval="300"/>
                  <partnerships classname="org.openas2.partner.XMLPartnershipFactory" filename="%1$s/partnerships.xml" interval="120"/>
                  <loggers><logger classname="org.openas2.logging.ConsoleLogger"/></loggers>
                  <commands classname="org.openas2.cmd.XMLCommandRegistry" filename="%1$s/commands.xml"/>
                  <commandProcessors/>
                  <processor classname="org.openas2.processor.DefaultProcessor" pendingMDN="%1$s/pending" pendingMDNinfo="%1$s/pendinginfo">
                    <module classname="org.openas2.processor.sender.AS2SenderModule"/>
                    <module classname="org.openas2.processor.sender.MDNSenderModule"/>
                    <module classname="org.openas2.processor.storage.MDNFileModule" filename="%1$s/mdn/$mdn.msg.headers.message-id$" protocol="as2" tempdir="%1$s/temp"/>
                    <module classname="org.openas2.processor.storage.MessageFileModule" filename="%1$s/inbox/$msg.receiver.as2_id$/$msg.content-disposition.filename$" protocol="as2" tempdir="%1$s/temp"/>
                    %3$s
                    <module classname="org.openas2.processor.receiver.AS2ReceiverModule" port="%4$d" errordir="%1$s/error" errorformat="sender.as2_id, receiver.as2_id, headers.message-id"/>
                    <module classname="org.openas2.processor.receiver.AS2MDNReceiverModule" port="%5$d"/>
                    <module classname="org.openas2.processor.resender.DirectoryResenderModule" resenddir="%1$s/resend" errordir="%1$s/error" resenddelay="60"/>
                  </processor>
                </openas2>
                """.formatted(
                        folder, TestKeys.PASSWORD, String.join("\n", pollers), port, mdnPort));
        String classpath;
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            classpath = String.join(
                    File.pathSeparator,
                    jars.map(jar -> jar.toAbsolutePath().toString()).sorted().toList());
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dorg.apache.commons.logging.Log=org.openas2.logging.Log",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath,
                        "org.openas2.app.OpenAS2Server",
                        folder.resolve("config.xml").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int tries = 0; !answers() && process.isAlive() && tries < 120; tries++) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        if (!process.isAlive()) {
            throw new IOException("OpenAS2 has stopped: " + log());
        }
    }

    private boolean answers() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    void sends(String variant, String name, String text) throws IOException {
        var written = Files.writeString(folder.resolve(name), text);
        Files.move(written, folder.resolve("outbox-" + variant).resolve(name));
    }

    Path inbox(String variant) {
        return folder.resolve("inbox/OPEN-" + variant);
    }

    /** What it counts as sent: its receipt was good. */
    Path sent(String variant) {
        return folder.resolve("sent-" + variant);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
