package org.customsgateway.connector.queue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/** The ports of the embedded broker, each for AMQP 1.0 and Artemis core. */
final class Listening {

    static final String PLAIN = "plain";
    static final String SECURE = "secure";

    /** Silence after which a connection is taken for dead: clients of both protocols keep theirs alive on their own. */
    private static final int SILENCE_MILLIS = 60_000;

    /** Up to here an AMQP message is one record of the journal, above it a file. */
    private static final int SMALL = 100 * 1024;

    /** Messages that an AMQP sender may have under way: 100 small ones are what one connection can put into the heap. */
    private static final int CREDITS = 100;

    private Listening() {}

    static Map<String, TransportConfiguration> on(Broker.Embedded settings) {
        var acceptors = new LinkedHashMap<String, TransportConfiguration>();
        settings.port()
                .ifPresent(port -> acceptors.put(PLAIN, acceptor(PLAIN, settings.address(), port, settings, Map.of())));
        settings.tls()
                .ifPresent(tls ->
                        acceptors.put(SECURE, acceptor(SECURE, tls.address(), tls.port(), settings, secured(tls))));
        return acceptors;
    }

    private static TransportConfiguration acceptor(
            String name, String address, int port, Broker.Embedded settings, Map<String, Object> more) {
        var transport = new HashMap<String, Object>(more);
        transport.put(TransportConstants.HOST_PROP_NAME, address);
        transport.put(TransportConstants.PORT_PROP_NAME, port);
        transport.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP");
        transport.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        transport.put(LimitedAcceptors.ALL, settings.connections());
        transport.put(LimitedAcceptors.EACH, settings.perAddress());
        transport.put(TransportConstants.CONNECTION_TTL, SILENCE_MILLIS);
        var protocol = Map.<String, Object>of(
                "amqpIdleTimeout",
                SILENCE_MILLIS / 2,
                "amqpMinLargeMessageSize",
                SMALL,
                "amqpCredits",
                CREDITS,
                "amqpLowCredits",
                CREDITS / 3);
        return new TransportConfiguration(LimitedAcceptors.class.getName(), transport, name, protocol);
    }

    private static Map<String, Object> secured(Broker.Tls tls) {
        var pem = tls.store().toString().endsWith(".pem");
        var secured = new HashMap<String, Object>();
        secured.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        secured.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, tls.store().toString());
        secured.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, pem ? "PEM" : "PKCS12");
        tls.password()
                .ifPresent(secret -> secured.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, secret.reveal()));
        secured.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
        // a renewed certificate needs no restart
        secured.put(TransportConstants.SSL_AUTO_RELOAD_PROP_NAME, true);
        return secured;
    }
}
