package org.customsgateway;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.CamelDoor;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Outlets;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.WireEnd;
import org.customsgateway.connector.as2.As2Host;
import org.customsgateway.connector.http.BackEndServer;
import org.customsgateway.connector.https.HttpsHost;
import org.customsgateway.connector.queue.Broker;
import org.customsgateway.connector.queue.PartnerQueues;
import org.customsgateway.connector.queue.QueueHandler;
import org.customsgateway.connector.queue.QueueReader;
import org.customsgateway.connector.queue.QueueWriter;
import org.customsgateway.connector.sftp.SftpClients;
import org.customsgateway.connector.sftp.SftpHost;
import org.customsgateway.connector.webhook.Webhooks;
import org.customsgateway.console.RunningGateway;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.DeclarationCheck;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.match.Seal;
import org.customsgateway.route.Accesses;
import org.customsgateway.route.As2Ledger;
import org.customsgateway.route.CertificateRoute;
import org.customsgateway.route.Inquiries;
import org.customsgateway.route.ListenerCertificates;
import org.customsgateway.route.Pipeline;
import org.customsgateway.route.ReferenceAlarms;
import org.customsgateway.route.Screening;

/** One running gateway: everything is started in the order in which it is needed, and stopped in the opposite one. */
final class Installation implements RunningGateway {

    private final GatewayConfig config;
    private final Clock clock;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final BackEnds backEnds;
    private final Metrics metrics = new Metrics();
    private Broker broker;
    private SftpHost host;
    private HttpsHost https;
    private As2Host as2;

    private Installation(GatewayConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.backEnds = BackEnds.read(config.backEnds());
    }

    static Installation start(GatewayConfig config, Clock clock) throws Exception {
        var installation = new Installation(config, clock);
        try {
            installation.start();
            return installation;
        } catch (Exception e) {
            installation.close();
            throw e;
        }
    }

    private void start() throws Exception {
        Files.createDirectories(config.data());
        // each of these takes a second of its own
        broker = opened(BrokerConfig.broker(config, backEnds));
        var starting = Meanwhile.starts("the broker", broker::start);
        var opening = CompletableFuture.supplyAsync(() -> Journal.open(database(config), config.dataKeys()));
        var loading = CompletableFuture.supplyAsync(() -> WcoModel.load(config.xsd()));
        Main main = new Main();
        main.configure().setName("customs-gateway");
        main.configure().setJmxEnabled(false);
        main.setPropertyPlaceholderLocations("false");
        main.init();
        CamelContext camel = main.getCamelContext();
        Formats formats =
                opened(formats(config, camel, document -> loading.join().validateDeclaration(document)));
        // compiles what the partners send; their faults are told when they are read for use
        Meanwhile.starts(
                "the partners' formats", () -> Partners.check(config.partners(), new AgreeableFormats(formats)));
        Journal journal = opened(opening.join());
        journal.leases().releaseAll(config.node());
        WcoModel wco = loading.join();
        starting.join();
        wire(main, camel, journal, formats, wco);
    }

    private void wire(Main main, CamelContext camel, Journal journal, Formats formats, WcoModel wco) throws Exception {
        Alarm alarm = new WireAlarms(journal, clock);
        Partners partners = opened(new Partners(config.partners(), new AgreeableFormats(formats), alarm));
        Door door = new CamelDoor(camel);
        Map<WireEnd, Outlet> outlets = new EnumMap<>(WireEnd.class);
        var clients = opened(new SftpClients(camel, door, alarm, clock));
        outlets.put(WireEnd.SFTP_CLIENT, clients);
        partners.listen(clients);
        var queues = opened(new PartnerQueues(broker, door, alarm, clock));
        outlets.put(WireEnd.QUEUE, queues);
        partners.listen(queues);
        var webhooks = opened(new Webhooks(partner -> Inquiries.address(journal, partner), alarm, clock));
        outlets.put(WireEnd.WEBHOOK, webhooks);
        partners.listen(webhooks);
        CompletableFuture<Void> preparing = CompletableFuture.completedFuture(null);
        var sftp = SftpConfig.read(config);
        if (sftp.isPresent()) {
            host = opened(new SftpHost(sftp.get(), door, alarm, clock));
            preparing = Meanwhile.starts("the SFTP host", host::prepare);
            outlets.put(WireEnd.SFTP_HOST, host);
            partners.listen(host);
        }
        // what is fetched lies in the journal already
        outlets.put(WireEnd.HTTPS, (partner, dispatch) -> {});
        HttpsConfig.read(config).ifPresent(settings -> {
            int backlog = config.number("gateway.https.backlog");
            https = opened(new HttpsHost(
                    settings,
                    door,
                    new Screening(formats, journal, backlog, clock),
                    new Inquiries(journal, formats, opened(new Accesses(journal)), clock),
                    config.home().resolve("routes/openapi/gateway.yaml"),
                    clock));
            partners.listen(https);
        });
        var references = opened(ReferenceConfig.references(config, clock))
                .watch(Duration.ofSeconds(1), new ReferenceAlarms(journal, clock));
        RawStore raws = RawStore.open(config.data().resolve("raw"), journal);
        var as2Keys = As2Config.keys(config);
        as2Keys.ifPresent(keys -> {
            var ledger = new As2Ledger(journal, raws, clock);
            as2 = opened(new As2Host(
                    As2Config.read(config),
                    keys,
                    door,
                    ledger,
                    alarm,
                    () -> UUID.randomUUID().toString(),
                    clock));
            outlets.put(WireEnd.AS2, as2);
            partners.listen(as2);
        });
        var pipeline = new Pipeline(
                journal,
                raws,
                formats,
                wco,
                config.mappings().resolve("_shared"),
                config.xsd(),
                partners,
                opened(new QueueWriter(broker)),
                new Outlets(outlets),
                started(Executors.newCachedThreadPool(task -> new Thread(task, "outbox"))),
                started(Executors.newFixedThreadPool(
                        config.number("gateway.writers"), task -> new Thread(task, "replies"))),
                backEnds,
                config.text("gateway.payment"),
                new Seal(Passwords.secret(config, "gateway.match.key", "match").reveal()),
                config.node(),
                config.number("gateway.readers"),
                config.number("gateway.readers.large"),
                config.number("gateway.batch"),
                config.keep(),
                references,
                metrics.counts(),
                clock);
        opened(metrics).open(config);
        for (RoutesBuilder route : pipeline.routes()) {
            camel.addRoutes(route);
        }
        var listeners = new ListenerCertificates(OwnCertificates.ofListeners(config), journal, clock);
        camel.addRoutes(new CertificateRoute(listeners));
        // what was left is read, judged and told by its partner's file from the first moment on
        partners.know();
        main.start();
        started.push(main::stop);
        var producer = camel.createProducerTemplate();
        for (BackEnd backEnd : backEnds.all()) {
            listen(backEnd, journal, Pipeline.decisions(backEnd.name(), producer));
        }
        partners.start();
        formats.watch(Duration.ofSeconds(1));
        preparing.join();
        if (host != null) {
            host.start();
        }
        if (https != null) {
            https.start();
        }
        if (as2 != null) {
            as2.start();
        }
        metrics.answer(config, journal, partners, as2Keys, clock);
    }

    private void listen(BackEnd backEnd, Journal journal, QueueHandler decisions) {
        if (backEnd.call().isPresent()) {
            var server = opened(new BackEndServer(backEnd.call().get()));
            var settings = QueueReader.Settings.patient(backEnd.call().get().connections());
            var call = Pipeline.call(backEnd.name(), server, decisions, journal, clock);
            opened(new QueueReader(broker, backEnd.queue(), settings, call)).start();
        } else if (backEnd.answers()) {
            opened(new QueueReader(broker, backEnd.name() + ".decisions", QueueReader.Settings.DEFAULT, decisions))
                    .start();
        }
    }

    static Formats formats(GatewayConfig config, CamelContext camel, DeclarationCheck check) {
        return Formats.open(config.mappings(), config.xsd(), check, camel);
    }

    static Database database(GatewayConfig config) {
        String url = config.text("gateway.journal.url");
        return url.isEmpty()
                ? Database.embedded(config.data().resolve("journal.db"))
                : new Database(url, config.text("gateway.journal.user"), config.secret("gateway.journal.password"), 16);
    }

    private ExecutorService started(ExecutorService threads) {
        started.push(threads::shutdown);
        return threads;
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    @Override
    public String brokerUrl() {
        return broker.url();
    }

    @Override
    public int secureBrokerPort() {
        return broker.securePort();
    }

    @Override
    public int sftpPort() {
        return host == null ? 0 : host.port();
    }

    @Override
    public int httpsPort() {
        return https == null ? 0 : https.port();
    }

    @Override
    public int as2Port() {
        return as2 == null ? 0 : as2.port();
    }

    @Override
    public int secureAs2Port() {
        return as2 == null ? 0 : as2.securePort();
    }

    @Override
    public int metricsPort() {
        return metrics.port();
    }

    @Override
    public void close() throws Exception {
        Exception first = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
