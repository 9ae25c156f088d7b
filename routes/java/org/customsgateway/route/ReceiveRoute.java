package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;
import org.customsgateway.connector.Delivery;

/** Where every wire hands in. An exception here reaches the wire, which then does not acknowledge. */
public final class ReceiveRoute extends RouteBuilder {

    private final Receive receive;

    ReceiveRoute(Receive receive) {
        this.receive = receive;
    }

    @Override
    public void configure() {
        // the wire is told and says what there is to say: a connection that breaks off is no fault of ours
        errorHandler(noErrorHandler());

        from(Delivery.ENDPOINT)
                .routeId("receive")
                .removeHeaders("*") // a sender's headers mean nothing in here
                .bean(receive, "receive")
                .to(ReadRoute.WAKE)
                .bean(receive, "receipt");

        from(Delivery.BATCH_ENDPOINT)
                .routeId("receive-batch")
                .removeHeaders("*")
                .bean(receive, "receiveAll")
                .to(ReadRoute.WAKE);
    }
}
