package org.customsgateway.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import javax.xml.stream.XMLStreamException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A post at the gateway's SFTP host, over one session. It is acknowledged when {@link #upload} returns. For one thread. */
public final class Post implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CHUNK = 128 * 1024;

    private final SshClient ssh;
    private final ClientSession session;
    private final SftpClient sftp;

    private Post(SshClient ssh, ClientSession session, SftpClient sftp) {
        this.ssh = ssh;
        this.session = session;
        this.sftp = sftp;
    }

    public static Post at(int port, String user, KeyPair key) throws IOException {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier((session, address, serverKey) -> true);
        ssh.start();
        ClientSession session = null;
        try {
            session = ssh.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE);
            return new Post(ssh, session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException e) {
            ssh.stop();
            throw e;
        }
    }

    /** Under another name first, then renamed: that is what is acknowledged. What an earlier try has left is written over. */
    public void upload(LoadFile file) throws IOException {
        String place = "in/" + file.name();
        try (var out = new BufferedOutputStream(sftp.write(place + ".part"), CHUNK)) {
            file.writeTo(out);
        }
        sftp.rename(place + ".part", place);
    }

    /** Takes all replies that lie there now, and removes each once it is read. Returns how many. */
    public int collect(ReplyCount count) throws IOException {
        int files = 0;
        for (var entry : sftp.readDir("out")) {
            if (entry.getAttributes().isRegularFile()) {
                String place = "out/" + entry.getFilename();
                try (var in = sftp.read(place)) {
                    count.read(entry.getFilename(), in);
                } catch (XMLStreamException e) {
                    throw new IOException(place + " is not a reply: " + e.getMessage(), e);
                }
                sftp.remove(place);
                files++;
            }
        }
        return files;
    }

    @Override
    public void close() {
        try {
            sftp.close();
            session.close(true);
        } catch (IOException gone) {
            // it is being closed because it is gone
        }
        ssh.stop();
    }
}
