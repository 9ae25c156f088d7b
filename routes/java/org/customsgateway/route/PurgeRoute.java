package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** Looks every ten minutes whether it is time to remove what is kept no longer. */
public final class PurgeRoute extends RouteBuilder {

    private final Purge purge;

    public PurgeRoute(Purge purge) {
        this.purge = purge;
    }

    @Override
    public void configure() {
        from("timer:purge?period=600000&delay=60000").routeId("purge").bean(purge, "sweep");
    }
}
