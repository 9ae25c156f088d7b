package org.customsgateway.connector.queue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIOErrorException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPLargeMessage;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.activemq.artemis.utils.CompositeAddress;
import org.customsgateway.connector.queue.DataSections.Unreadable;

/**
 * Looks at what others send before the broker takes it. What the broker could not hand to a reader whole is not taken, and
 * its sender learns so: accepted and lost is what must not be.
 */
final class Intake implements ActiveMQServerPlugin {

    /** Of the messages that pass through the memory whole: everything but bytes over core, which are streamed. */
    static final long LARGEST_IN_MEMORY = 10L << 20;

    private static final SimpleString JOINED = SimpleString.of(TakenMessage.JOINED_BODY);

    private static final SimpleString STRANGE = SimpleString.of(TakenMessage.STRANGE_BODY);

    /** Which queues it goes to, as brokers of one cluster tell each other: from anybody else it would be accepted and go nowhere. */
    private static final List<SimpleString> BETWEEN_BROKERS =
            List.of(Message.HDR_ROUTE_TO_IDS, Message.HDR_SCALEDOWN_TO_IDS, Message.HDR_ROUTE_TO_ACK_IDS);

    private record Rule(long largest, Consumer<String> refused) {}

    private final Map<SimpleString, Rule> rules = new ConcurrentHashMap<>();

    /**
     * @param largest message in bytes that its readers want; one that can be kept is taken even so, for the quarantine
     * @param refused told why a message was not taken
     */
    void watch(String queue, long largest, Consumer<String> refused) {
        rules.put(SimpleString.of(queue), new Rule(Math.max(largest, LARGEST_IN_MEMORY), refused));
    }

    void unwatch(String queue) {
        rules.remove(SimpleString.of(queue));
    }

    @Override
    public void beforeMessageRoute(Message message, RoutingContext context, boolean direct, boolean rejectDuplicates)
            throws ActiveMQException {
        SimpleString address = message.getAddressSimpleString();
        Rule rule = rules.get(CompositeAddress.extractAddressName(address));
        if (rule == null) {
            return;
        }
        try {
            if (CompositeAddress.isFullyQualified(address)) {
                throw new Unreadable("sent to an address with a queue in it: send to the queue"); // may go nowhere
            }
            look(message, context, rule.largest());
        } catch (Unreadable fault) {
            if (message instanceof LargeServerMessage large) {
                delete(large);
            }
            rule.refused().accept(fault.getMessage());
            // of all exceptions this one also ends the sender's transaction
            throw new ActiveMQIOErrorException(fault.getMessage());
        }
    }

    private static void look(Message message, RoutingContext context, long largest)
            throws Unreadable, ActiveMQException {
        if (context.getRoutingType() == RoutingType.MULTICAST) {
            throw new Unreadable("sent to a topic: send to a queue"); // it would go nowhere
        }
        if (message.containsProperty(Message.HDR_LARGE_COMPRESSED)) {
            // the client library would unpack it without a limit, into memory or into a file
            throw new Unreadable("compressed: send it as it is");
        }
        if (message.containsProperty(Message.HDR_LARGE_BODY_SIZE)
                && !(message.getObjectProperty(Message.HDR_LARGE_BODY_SIZE) instanceof Long)) {
            throw new Unreadable("with a size that is no number");
        }
        if (BETWEEN_BROKERS.stream().anyMatch(message::containsProperty)) {
            throw new Unreadable("with properties that only brokers may set");
        }
        long size = message.getPersistentSize();
        boolean streamed = message instanceof ICoreMessage core && core.getType() != Message.TEXT_TYPE;
        // text is two bytes a character over core
        long most = streamed ? largest : message instanceof ICoreMessage ? 2 * LARGEST_IN_MEMORY : LARGEST_IN_MEMORY;
        if (size > most) {
            throw new Unreadable("larger than the " + most + " bytes that may be sent this way");
        }
        if (!message.isDurable() && !(message instanceof LargeServerMessage)) {
            message.setDurable(true); // what is accepted outlives a restart, whether the sender thought of it or not
            message.reencode();
        }
        if (message instanceof AMQPMessage amqp) {
            convertible(amqp);
        }
    }

    /** Readers get it as a core message: one that cannot be made into one would stop them. */
    private static void convertible(AMQPMessage message) throws Unreadable {
        var sections = DataSections.of(
                message instanceof AMQPLargeMessage large ? large.getData() : message.getSendBuffer(1, null));
        if (sections.isStrange()) {
            message.putExtraBytesProperty(STRANGE, new byte[0]);
        }
        if (sections.count() > 1) {
            if (!(message instanceof AMQPStandardMessage)) {
                throw new Unreadable("a large message of several data sections: send one data section");
            }
            var joined = new ByteArrayOutputStream();
            sections.writeTo(joined);
            // the conversion knows of the first section only
            message.putExtraBytesProperty(JOINED, joined.toByteArray());
        }
        try {
            message.toCore();
        } catch (RuntimeException fault) {
            throw new Unreadable("not to be read as an AMQP message");
        }
    }

    private static void delete(LargeServerMessage large) {
        try {
            large.deleteFile();
        } catch (Exception left) {
            // the broker clears it away at its next start
        }
    }
}
