package org.customsgateway.connector.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.qpid.jms.JmsConnectionFactory;

/** The two kinds of Java client that a partner may have, over TLS. */
public enum Client {
    CORE {
        @Override
        ConnectionFactory factory(int port, Certificate certificate) {
            return new ActiveMQConnectionFactory("tcp://localhost:" + port
                    + "?sslEnabled=true&trustStoreType=PEMCA&trustStorePath=" + certificate.trusted());
        }

        @Override
        Queue queue(Session session, String name) {
            return new ActiveMQQueue(name); // the session's own looks whether there is one
        }
    },
    AMQP {
        @Override
        ConnectionFactory factory(int port, Certificate certificate) {
            return new JmsConnectionFactory("amqps://localhost:" + port + "?transport.trustStoreType=PKCS12"
                    + "&transport.trustStoreLocation=" + certificate.store()
                    + "&transport.trustStorePassword=" + Certificate.PASSWORD
                    + "&jms.prefetchPolicy.all=10");
        }

        @Override
        Queue queue(Session session, String name) throws JMSException {
            return session.createQueue(name);
        }
    };

    abstract ConnectionFactory factory(int port, Certificate certificate);

    abstract Queue queue(Session session, String name) throws JMSException;

    public Connection connect(int port, Certificate certificate, String user, String password) throws JMSException {
        var connection = factory(port, certificate).createConnection(user, password);
        try {
            connection.start();
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
