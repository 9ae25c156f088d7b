package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** Looks after the routing table. */
public final class RoutingRoute extends RouteBuilder {

    private final Routing routing;

    RoutingRoute(Routing routing) {
        this.routing = routing;
    }

    @Override
    public void configure() {
        from("timer:routing?period=1000").routeId("routing").bean(routing, "look");
    }
}
