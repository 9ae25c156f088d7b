package org.customsgateway.connector.queue;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.customsgateway.connector.Secret;

/** The broker that the queues live in: embedded in this process, or elsewhere. */
public final class Broker implements AutoCloseable {

    /**
     * @param folder of the journal: {@code data/broker}
     * @param address that back-ends outside this process connect to
     * @param port of it; 0 for any free one, empty for none
     * @param backEnds password by user ({@code risk}, {@code revenue}): each may read {@code <user>.declarations} and
     *     send to {@code <user>.decisions}, nothing else
     */
    public record Embedded(Path folder, String address, Optional<Integer> port, Map<String, Secret> backEnds) {}

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

    /** Lets a partner in, for its own two queues and no other. An external broker has its own users and queues. */
    void admit(String login, Secret secret, String in, String out) throws Exception {
        if (embedded != null) {
            embedded.admit(login, secret.reveal(), in, out);
        }
    }

    /** Its connections end, and it does not get in again. */
    void dismiss(String login) throws Exception {
        if (embedded != null) {
            embedded.dismiss(login);
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
