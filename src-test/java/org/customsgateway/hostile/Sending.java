package org.customsgateway.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.EnumSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.customsgateway.Itmatt;

/** How a partner hands something in. */
final class Sending {

    private Sending() {}

    static byte[] good(String item) {
        return Itmatt.with("%-13s".formatted(item).replace(' ', '0')).getBytes(UTF_8);
    }

    static void put(SftpClient sftp, String path, byte[] bytes) throws IOException {
        try (var handle = sftp.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            for (int at = 0; at < bytes.length; at += 32_000) {
                sftp.write(handle, at, bytes, at, Math.min(32_000, bytes.length - at));
            }
        }
    }

    static void send(Session session, String partner, String name, byte[] bytes) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(bytes);
        message.setStringProperty("name", name);
        send(session, partner, message);
    }

    static void send(Session session, String partner, Message message) throws JMSException {
        try (var producer = session.createProducer(session.createQueue("partner." + partner + ".in"))) {
            producer.send(message);
        }
    }

    /** Returns when the other side has hung up. */
    static void drain(InputStream in) {
        try {
            in.readAllBytes();
        } catch (SocketTimeoutException stillThere) {
            throw new AssertionError("the gateway did not hang up", stillThere);
        } catch (IOException reset) {
            // hung up as well
        }
    }
}
