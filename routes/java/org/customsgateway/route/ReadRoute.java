package org.customsgateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** From a journaled interchange to journaled items and declarations at the back-ends. */
public final class ReadRoute extends RouteBuilder {

    static final String READING = "reading";

    /** A message here is a hint that something may be waiting; what waits stands in the journal. */
    static final String WAKE = "seda:interchanges?size=64&discardWhenFull=true";

    private final Claims claims;
    private final Identify identify;
    private final Turn turn;
    private final Declare declare;
    private final OurFault fault;
    private final int readers;

    ReadRoute(Claims claims, Identify identify, Turn turn, Declare declare, OurFault fault, int readers) {
        this.claims = claims;
        this.identify = identify;
        this.turn = turn;
        this.declare = declare;
        this.fault = fault;
        this.readers = readers;
    }

    @Override
    public void configure() {
        onException(Exception.class).handled(true).bean(claims, "ends").bean(fault, "reading");

        from(WAKE + "&concurrentConsumers=" + readers)
                .routeId("read")
                .bean(claims, "next")
                .filter(body().isNotNull())
                .setProperty(READING, body())
                .wireTap(WAKE) // where one was, more may be
                .bean(identify, "format")
                .bean(identify, "judge")
                .bean(turn, "await")
                .choice()
                .when(ReadRoute::isRefused)
                .bean(declare, "refuse")
                .when(ReadRoute::isAcknowledgement)
                .bean(declare, "acknowledged")
                .otherwise()
                .bean(declare, "items")
                .end()
                .bean(claims, "ends")
                .filter(ReadRoute::isLarge)
                .to(WAKE); // others may have waited until one less is being read

        from("timer:interchanges?period=1000").routeId("read-sweep").to(WAKE); // after a crash, or another node's
    }

    private static boolean isAcknowledgement(Exchange exchange) {
        return exchange.getMessage().getBody(Reading.class).acknowledgement() != null;
    }

    private static boolean isLarge(Exchange exchange) {
        return Claims.isLarge(exchange.getProperty(READING, Reading.class).interchange());
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.getMessage().getBody(Reading.class).isRefused();
    }
}
