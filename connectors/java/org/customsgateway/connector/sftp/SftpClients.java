package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;

/**
 * Fetches from and puts to partners' SFTP servers: one route {@code sftp-client-<partner>} for each, with its own
 * thread, connection and time-outs.
 */
public final class SftpClients implements PartnerListener, Outlet, AutoCloseable {

    public SftpClients(CamelContext context, Alarm alarm) {}

    @Override
    public void added(Partner partner) {}

    @Override
    public void removed(Partner partner) {}

    @Override
    public void deliver(Partner partner, String name, Path bytes) throws IOException {}

    @Override
    public void close() {}
}
