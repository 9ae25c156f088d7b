package org.customsgateway.connector.queue;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.customsgateway.connector.Secret;

/** The broker that the queues live in: embedded in this process, or elsewhere. */
public final class Broker implements AutoCloseable {

    /**
     * @param folder of the journal: {@code data/broker}
     * @param address that is listened on without TLS
     * @param port of it; 0 for any free one, empty for none
     * @param tls where it is listened on with TLS
     * @param connections most at a time, at each of the two
     * @param perAddress most of them from one address, logged in or not; 0 for any number
     * @param backEnds password by user ({@code risk}, {@code revenue}): each may read {@code <user>.declarations} and
     *     send to {@code <user>.decisions}, nothing else
     * @param copies those of them that send nothing
     * @param called others, whose queue of declarations only the gateway reads
     */
    public record Embedded(
            Path folder,
            String address,
            Optional<Integer> port,
            Optional<Tls> tls,
            int connections,
            int perAddress,
            Map<String, Secret> backEnds,
            Set<String> copies,
            Set<String> called) {

        /** Without TLS. */
        public Embedded(Path folder, String address, Optional<Integer> port, Map<String, Secret> backEnds) {
            this(folder, address, port, Optional.empty(), CONNECTIONS, 0, backEnds, Set.of(), Set.of());
        }
    }

    /**
     * @param port 0 for any free one
     * @param store private key and certificates: PEM where the name ends so (key unencrypted, PKCS#8), else PKCS#12. When the
     *     file changes, new connections get the new certificate
     * @param password of a PKCS#12 store
     */
    public record Tls(String address, int port, Path store, Optional<Secret> password) {}

    public static final int CONNECTIONS = 500;

    private final EmbeddedBroker embedded;
    private final String url;
    private final String user;
    private final Secret password;

    private Broker(EmbeddedBroker embedded, String url, String user, Secret password) {
        this.embedded = embedded;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public static Broker embedded(Embedded settings) {
        return new Broker(new EmbeddedBroker(settings), "", "", null);
    }

    /** @param url {@code tcp://host:61616?…} of an Artemis broker that has the queues */
    public static Broker at(String url, String user, Secret password) {
        return new Broker(null, url, user, password);
    }

    public void start() throws Exception {
        if (embedded != null) {
            embedded.start();
        }
    }

    /** Connections of the gateway itself. Nothing serialised is ever turned into an object. */
    public ConnectionFactory connections() {
        var factory = embedded == null
                ? new ActiveMQConnectionFactory(url, user, password.reveal())
                : new ActiveMQConnectionFactory(embedded.innerUrl(), EmbeddedBroker.GATEWAY, embedded.innerPassword());
        factory.setDeserializationDenyList("*");
        // the commit is what waits for the disk; a wait per message would only repeat it
        factory.setBlockOnDurableSend(false);
        factory.setBlockOnAcknowledge(false);
        factory.setReconnectAttempts(0); // readers and writers start anew on their own
        return factory;
    }

    /** Where back-ends connect to: the external broker's url, the embedded one's with its port, or empty. */
    public String url() {
        return embedded == null ? url : embedded.url();
    }

    /** The port with TLS, 0 without. */
    public int securePort() {
        return embedded == null || !embedded.isSecured() ? 0 : embedded.port(Listening.SECURE);
    }

    /** Lets a partner in, for its own queues and no other. An external broker has its own users and queues. */
    void admit(PartnerAccess access) throws Exception {
        if (embedded != null) {
            embedded.admit(access);
        }
    }

    /** Its connections end, and it does not get in again. */
    void dismiss(String login, String in) throws Exception {
        if (embedded != null) {
            embedded.dismiss(login, in);
        }
    }

    /** Sees to it that a queue below {@code out} is there: false when it may not be. An external broker has it or has not. */
    boolean provide(String login, String out, String queue, int consumers) throws IOException {
        try {
            return embedded == null || embedded.provide(login, out, queue, consumers);
        } catch (Exception e) {
            throw new IOException("no queue " + queue + ": " + e.getMessage(), e);
        }
    }

    /** So many messages are in the queue that it lies on disk only; false where that is not known. */
    boolean isLong(String queue) throws IOException {
        try {
            return embedded != null && embedded.isLong(queue);
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Messages waiting in a queue, or -1 where that is not known. */
    public long depth(String queue) {
        return embedded == null ? -1 : embedded.depth(queue);
    }

    @Override
    public void close() throws Exception {
        if (embedded != null) {
            embedded.close();
        }
    }
}
