package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.file.Path;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;

/**
 * The gateway's SFTP server: each partner in a home of its own with {@code in} (to send) and {@code out} (to collect),
 * public keys only. What is uploaded to {@code in} is handed in before the client hears that its CLOSE (or the RENAME
 * from a temporary name) went well, and is gone from {@code in} then.
 */
public final class SftpHost implements PartnerListener, Outlet, AutoCloseable {

    /**
     * @param port 0 for any free one
     * @param folder holds the homes and the host key: {@code data/sftp}
     * @param sessions most at a time, of all partners
     */
    public record Settings(String address, int port, Path folder, int sessions) {}

    public SftpHost(Settings settings, Door door, Alarm alarm) {}

    public void start() throws IOException {}

    /** The one that is listened on. */
    public int port() {
        throw new UnsupportedOperationException();
    }

    /** The host's public key, one line as for a known_hosts file: {@code type base64}. */
    public String hostKey() {
        throw new UnsupportedOperationException();
    }

    /** Where the replies for a partner lie until it collects them. */
    public Path out(Partner partner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void added(Partner partner) {}

    @Override
    public void removed(Partner partner) {}

    @Override
    public void deliver(Partner partner, String name, Path bytes) throws IOException {}

    @Override
    public void close() throws IOException {}
}
