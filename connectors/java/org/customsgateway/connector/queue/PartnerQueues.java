package org.customsgateway.connector.queue;

import java.io.IOException;
import java.nio.file.Path;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;

/** Partners' queues: each message of {@code in} is an interchange, each reply a message in {@code out}. */
public final class PartnerQueues implements PartnerListener, Outlet, AutoCloseable {

    public PartnerQueues(Broker broker, Door door, Alarm alarm) {}

    @Override
    public void added(Partner partner) {}

    @Override
    public void removed(Partner partner) {}

    @Override
    public void deliver(Partner partner, String name, Path bytes) throws IOException {}

    @Override
    public void close() {}
}
