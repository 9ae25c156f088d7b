package org.customsgateway.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/** The door to the Camel routes: a new exchange, so nothing of the wire's own comes along. */
public final class CamelDoor implements Door {

    private final CamelContext context;
    private final ProducerTemplate producer;

    /** Before the routes are added: it turns off Camel's stream caching, which would hold an interchange in memory. */
    public CamelDoor(CamelContext context) {
        context.setStreamCaching(false);
        this.context = context;
        this.producer = context.createProducerTemplate();
    }

    @Override
    public Receipt receive(Delivery delivery, InputStream bytes) throws IOException {
        var exchange = new DefaultExchange(context, ExchangePattern.InOnly);
        exchange.setProperty(Delivery.PROPERTY, delivery);
        exchange.getIn().setBody(bytes);
        send(Delivery.ENDPOINT, exchange);
        return exchange.getMessage().getBody(Receipt.class);
    }

    @Override
    public void receive(List<Incoming> batch) throws IOException {
        var exchange = new DefaultExchange(context, ExchangePattern.InOnly);
        exchange.getIn().setBody(batch);
        send(Delivery.BATCH_ENDPOINT, exchange);
    }

    private void send(String endpoint, Exchange exchange) throws IOException {
        var failure = producer.send(endpoint, exchange).getException();
        if (failure != null) {
            throw new IOException("not received: " + failure.getMessage(), failure);
        }
    }
}
