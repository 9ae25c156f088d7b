package org.customsgateway.connector.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.customsgateway.connector.SftpClientWire;

/** Camel's SFTP operations, none of which waits for a server longer than agreed, whatever the server does. */
final class WatchedOperations extends SftpOperations {

    /** Bytes a second of a file, when its own time is over: 1 GB may take three days, and drips end. */
    private static final int SLOWEST = 4_096;

    private final Line line;
    private final Duration silence;
    private final Duration most;

    WatchedOperations(Line line, SftpClientWire wire) {
        this.line = line;
        this.silence = wire.readTimeout();
        this.most = wire.timeout();
    }

    private <T> T within(Line.Step<T, RuntimeException> step) {
        try {
            return line.within(most, step);
        } catch (RuntimeException failure) {
            if (!line.isHungUp()) {
                throw failure;
            }
            // without its cause, which says no more than that a stream was closed
            throw new GenericFileOperationFailedException("the server did not come to an end with what it was asked");
        }
    }

    private void ends(Runnable step) {
        within(() -> {
            step.run();
            return null;
        });
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
        var session = super.createSession(configuration);
        session.setSocketFactory(line);
        return session;
    }

    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
        return within(() -> super.connect(configuration, exchange));
    }

    @Override
    public boolean sendNoop() {
        return within(super::sendNoop);
    }

    @Override
    public void disconnect() {
        ends(super::disconnect);
    }

    @Override
    public void forceDisconnect() {
        ends(super::forceDisconnect);
    }

    @Override
    public SftpRemoteFile[] listFiles(String path) {
        return within(() -> super.listFiles(path));
    }

    @Override
    public boolean existsFile(String name) {
        return within(() -> super.existsFile(name));
    }

    @Override
    public boolean deleteFile(String name) {
        return within(() -> super.deleteFile(name));
    }

    @Override
    public boolean renameFile(String from, String to) {
        return within(() -> super.renameFile(from, to));
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean retrieveFile(String name, Exchange exchange, long size) {
        boolean there = within(() -> super.retrieveFile(name, exchange, size));
        GenericFile<SftpRemoteFile> file =
                exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file.getBody() instanceof InputStream bytes) {
            file.setBody(new Download(bytes, line, new Allowance(silence, most, SLOWEST)));
        }
        return there;
    }

    @Override
    public void releaseRetrievedFileResources(Exchange exchange) {
        ends(() -> super.releaseRetrievedFileResources(exchange));
    }

    @Override
    public boolean storeFile(String name, Exchange exchange, long size) {
        var bytes = exchange.getIn().getBody(InputStream.class);
        // what has been asked for is not taken yet: no rule about silence, only about the whole
        exchange.getIn().setBody(new Upstream(bytes, line, new Allowance(most, most, SLOWEST)));
        return within(() -> super.storeFile(name, exchange, size));
    }
}
