package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/**
 * Fetches from and puts to partners' SFTP servers: one route {@code sftp-client-<partner>} for each, with its own
 * thread, connection and time-outs.
 */
public final class SftpClients implements PartnerListener, Outlet, AutoCloseable {

    /** What is done with one partner's client; it may throw. */
    @FunctionalInterface
    private interface Step {
        void on(SftpClient client) throws Exception;
    }

    private final CamelContext context;
    private final Door door;
    private final Alarm alarm;
    private final Clock clock;
    private final Lines lines = new Lines();
    private final Map<PartnerId, SftpClient> clients = new ConcurrentHashMap<>();
    /** Per partner, the last step: the next waits for it, and nobody else does. */
    private final Map<PartnerId, CompletableFuture<Void>> steps = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sftp-clients");
        thread.setDaemon(true);
        return thread;
    });

    public SftpClients(CamelContext context, Door door, Alarm alarm, Clock clock) {
        this.context = context;
        this.door = door;
        this.alarm = alarm;
        this.clock = clock;
    }

    @Override
    public void added(Partner partner) {
        partner.wires().sftpClient().ifPresent(wire -> {
            var client = new SftpClient(context, lines, partner, wire, door, alarm, clock);
            clients.put(partner.id(), client);
            step(partner.id(), client, SftpClient::start);
        });
    }

    @Override
    public void removed(Partner partner) {
        var client = clients.remove(partner.id());
        if (client != null) {
            step(partner.id(), client, SftpClient::stop);
        }
    }

    /** A server that does not answer holds up the stopping of its own client only. */
    private void step(PartnerId id, SftpClient client, Step step) {
        steps.compute(
                id,
                (same, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                        .thenRunAsync(() -> take(id, client, step), threads));
    }

    private void take(PartnerId id, SftpClient client, Step step) {
        try {
            step.on(client);
        } catch (Exception failure) {
            alarm.raise(id, Wire.SFTP, "partner-file", "", "not put to work: " + failure.getMessage());
        }
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        var client = clients.get(partner.id());
        if (client == null) {
            throw new IOException("no server of " + partner.id());
        }
        client.deliver(dispatch.name(), dispatch.content());
    }

    @Override
    public void close() {
        clients.forEach((id, client) -> step(id, client, SftpClient::stop));
        clients.clear();
        CompletableFuture.allOf(steps.values().toArray(CompletableFuture[]::new))
                .join();
        threads.shutdown();
        lines.close();
    }
}
