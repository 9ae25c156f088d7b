package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Content;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.SftpClientWire;
import org.customsgateway.message.Origin;
import org.customsgateway.message.Wire;

/** What goes to and fro between the gateway and one partner's SFTP server. */
final class SftpClient {

    private static final int FILES_PER_POLL = 1_000;
    /** How many polls are left out after one that failed. */
    private static final int POLLS_LEFT_OUT = 6;

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CamelContext context;
    private final Partner partner;
    private final SftpClientWire wire;
    private final Door door;
    private final Alarm alarm;
    private final Inbox inbox;
    private final Lines lines;
    private final Line fetching;
    private final Line sending;
    private final String route;
    private Producer putting;

    SftpClient(
            CamelContext context,
            Lines lines,
            Partner partner,
            SftpClientWire wire,
            Door door,
            Alarm alarm,
            Clock clock) {
        this.context = context;
        this.lines = lines;
        this.fetching = new Line(wire.connectTimeout());
        this.sending = new Line(wire.connectTimeout());
        this.partner = partner;
        this.wire = wire;
        this.door = door;
        this.alarm = alarm;
        this.inbox = new Inbox(partner, wire.settle(), alarm, clock);
        this.route = "sftp-client-" + partner.id();
    }

    void start() throws Exception {
        lines.add(fetching);
        lines.add(sending);
        var from = RemoteEnd.of(context, fetching, wire, wire.inbox());
        from.setFilter(inbox);
        from.setPreSort(true);
        from.setMaxMessagesPerPoll(FILES_PER_POLL);
        from.setDelete(wire.moveTo().isEmpty());
        // never over one that lies there already
        wire.moveTo().ifPresent(folder -> from.setMove(folder + "/${date:now:yyyyMMddHHmmssSSS}-${file:onlyname}"));
        from.setDelay(wire.poll().toMillis());
        from.setInitialDelay(100);
        from.setBackoffErrorThreshold(1);
        from.setBackoffMultiplier(POLLS_LEFT_OUT);
        from.setPollStrategy(new Reach(partner.id(), inbox, alarm));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from)
                        .routeId(route)
                        .noStreamCaching()
                        .errorHandler(noErrorHandler())
                        .process(SftpClient.this::receive);
            }
        });
    }

    /** When this returns the file is deleted or moved; when it throws it stays. */
    @SuppressWarnings("unchecked")
    private void receive(Exchange exchange) throws IOException {
        GenericFile<SftpRemoteFile> file =
                exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        var name = file.getFile().getFilename();
        var mark = Inbox.mark(file);
        try (var bytes = new ExactStream((InputStream) file.getBody(), file.getFileLength())) {
            door.receive(new Delivery(partner.id(), Wire.SFTP, name, mark, file.getFileLength(), Origin.NONE), bytes);
        } catch (IOException | RuntimeException failure) {
            inbox.notReceived(mark);
            alarm.raise(partner.id(), Wire.SFTP, "not-received", name, "fetched, not taken: " + failure.getMessage());
            throw failure;
        }
        if (file.getFileLength() > partner.limits().interchangeBytes()) {
            alarm.raise(
                    partner.id(),
                    Wire.SFTP,
                    "too-big",
                    name,
                    file.getFileLength() + " bytes are more than agreed: refused");
        }
    }

    /** One at a time: they share a connection. */
    synchronized void deliver(String name, Content content) throws IOException {
        if (!RemoteName.isUsable(name)) {
            throw new IOException("not a name for a file on a partner's server");
        }
        try (var body = content.open()) {
            if (putting == null) {
                putting = producer();
            }
            var exchange = putting.getEndpoint().createExchange();
            exchange.getIn().setHeader(Exchange.FILE_NAME, name);
            exchange.getIn().setBody(body);
            putting.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } catch (Exception failure) {
            hangUp();
            throw new IOException("not known whether the file arrived at " + partner.id() + "'s server", failure);
        }
    }

    private Producer producer() throws Exception {
        SftpEndpoint to = RemoteEnd.of(context, sending, wire, wire.outbox());
        to.setTempFileName(".${file:onlyname}.tmp");
        to.setFileExist(GenericFileExist.Override);
        to.setEagerDeleteTargetFile(false);
        to.start();
        var producer = to.createProducer();
        producer.start();
        return producer;
    }

    private void hangUp() {
        if (putting != null) {
            putting.stop();
            putting = null;
        }
    }

    /** What is going on may end well, but nothing waits long for a server that is left. */
    void stop() throws Exception {
        fetching.endsIn(GRACE);
        sending.endsIn(GRACE);
        try {
            if (context.getRoute(route) != null) {
                context.getRouteController().stopRoute(route, 2 * GRACE.toSeconds(), TimeUnit.SECONDS);
                context.removeRoute(route);
            }
            synchronized (this) {
                hangUp();
            }
        } finally {
            lines.remove(fetching);
            lines.remove(sending);
        }
    }
}
