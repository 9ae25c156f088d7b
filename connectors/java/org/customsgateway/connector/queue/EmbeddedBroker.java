package org.customsgateway.connector.queue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Artemis inside this process: every commit synced to disk, a long queue on disk instead of in the heap, each user at its own queues only. */
final class EmbeddedBroker {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    static final String GATEWAY = "gateway";

    private static final String DEAD = "dead";
    private static final String EXPIRED = "expired";
    private static final int OTHERS_ATTEMPTS = 20;

    /** Several brokers may run in one process, in tests. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final long HEAP_PER_QUEUE = 10L << 20;
    private static final int PAGE = 2 << 20;

    /** More than all that a crash can leave sent and not marked as sent: what the broker must recognise when it comes again. */
    private static final int KNOWN_IDS = 20_000;

    /**
     * Journal files, of 10 MB each, before the broker writes what is left in them anew. Known ids keep a file alive for as long as
     * it takes to send so many more messages; with fewer files than that each byte is read again, a third of the broker's time.
     */
    private static final int FILES = 30;

    /** Waiting this long for others to share a sync with: the default of 3 ms costs a lone session four fifths of its pace. */
    private static final int SYNC_WAIT_NANOS = 100_000;

    private final Broker.Embedded settings;
    private final int number = NEXT.getAndIncrement();
    private final String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(24));
    private final SecurityConfiguration users = new SecurityConfiguration();
    private final Intake intake = new Intake();
    private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    private Guests guests;

    EmbeddedBroker(Broker.Embedded settings) {
        this.settings = settings;
    }

    void start() throws Exception {
        user(GATEWAY, password);
        var configuration = configuration(settings.folder());
        settings.backEnds().forEach((backEnd, secret) -> {
            user(backEnd, secret.reveal());
            String declarations = backEnd + ".declarations";
            queue(configuration, declarations);
            configuration.putSecurityRoles(declarations, Set.of(Rights.all(GATEWAY), Rights.reads(backEnd)));
            if (settings.copies().contains(backEnd)) {
                return;
            }
            String decisions = backEnd + ".decisions";
            queue(configuration, decisions);
            queue(configuration, decisions + QueueNames.QUARANTINE);
            intake.watch(
                    decisions, Intake.LARGEST_IN_MEMORY, reason -> LOG.warn("{}: a message {}", decisions, reason));
            configuration.putSecurityRoles(decisions, Set.of(Rights.all(GATEWAY), Rights.sends(backEnd)));
        });
        settings.called().forEach(backEnd -> {
            String declarations = backEnd + ".declarations";
            queue(configuration, declarations);
            queue(configuration, declarations + QueueNames.QUARANTINE);
            // however long its server is away
            configuration.addAddressSetting(declarations, queues().setMaxDeliveryAttempts(-1));
        });
        artemis.setConfiguration(configuration);
        artemis.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        artemis.start();
        if (!artemis.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the embedded broker does not start");
        }
        guests = new Guests(artemis.getActiveMQServer(), users, intake);
    }

    private ConfigurationImpl configuration(Path folder) throws Exception {
        var configuration = new ConfigurationImpl();
        configuration.setName("gateway-" + number);
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalBufferTimeout_NIO(SYNC_WAIT_NANOS);
        configuration.setJournalCompactMinFiles(FILES);
        configuration.setMaxDiskUsage(99); // a full disk shows itself; a nearly full one must not stop customs
        configuration.setIDCacheSize(KNOWN_IDS);
        configuration.setPersistIDCache(true);
        configuration.setJMXManagementEnabled(false);
        configuration.setSecurityEnabled(true);
        configuration.setSecurityInvalidationInterval(1000);
        configuration.addAcceptorConfiguration("inside", innerUrl());
        Listening.on(settings).forEach((name, acceptor) -> configuration.addAcceptorConfiguration(acceptor));
        configuration.registerBrokerPlugin(intake);
        configuration.setResourceLimitSettings(new ConcurrentHashMap<>());
        configuration.putSecurityRoles("#", Set.of(Rights.all(GATEWAY)));
        queue(configuration, DEAD);
        queue(configuration, EXPIRED);
        // what cannot be worked on is set aside by the gateway's reader, which knows why
        configuration.addAddressSetting("#", queues().setMaxDeliveryAttempts(-1));
        // others' readers may not know that
        configuration.addAddressSetting("*.declarations", queues().setMaxDeliveryAttempts(OTHERS_ATTEMPTS));
        return configuration;
    }

    private static AddressSettings queues() {
        return new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(HEAP_PER_QUEUE)
                .setPageSizeBytes(PAGE)
                .setMaxReadPageBytes(2 * PAGE)
                .setIDCacheSize(KNOWN_IDS)
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                // one that comes back waits aside, and the next goes first
                .setRedeliveryDelay(200)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(30_000);
    }

    /** Works while the broker runs. */
    void admit(PartnerAccess access) throws Exception {
        guests.admit(access, queues());
    }

    void dismiss(String login, String in) throws Exception {
        guests.dismiss(login, in);
    }

    boolean provide(String login, String out, String queue, int consumers) throws Exception {
        return guests.provide(login, out, queue, consumers);
    }

    String innerUrl() {
        return "vm://" + number;
    }

    String innerPassword() {
        return password;
    }

    boolean isSecured() {
        return settings.tls().isPresent();
    }

    String url() {
        return settings.port().isEmpty() ? "" : "tcp://" + settings.address() + ":" + port(Listening.PLAIN);
    }

    /** Of an acceptor that there is. */
    int port(String acceptor) {
        var remoting = artemis.getActiveMQServer().getRemotingService();
        return ((NettyAcceptor) remoting.getAcceptor(acceptor)).getActualPort();
    }

    /** So much is in the queue that it is no longer kept in the heap. */
    boolean isLong(String queue) throws Exception {
        return artemis.getActiveMQServer()
                .getPagingManager()
                .getPageStore(SimpleString.of(queue))
                .isPaging();
    }

    long depth(String queue) {
        var found = artemis.getActiveMQServer().locateQueue(queue);
        return found == null ? -1 : found.getMessageCount();
    }

    void close() throws Exception {
        artemis.stop();
    }

    private void user(String name, String secret) {
        users.addUser(name, secret);
        users.addRole(name, name);
    }

    private static void queue(ConfigurationImpl configuration, String name) {
        configuration.addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
    }
}
