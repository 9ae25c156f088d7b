package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** Looks at what nobody has looked at, and at what waits too long; legs that come are looked at as they are journaled. */
public final class MatchRoute extends RouteBuilder {

    private final MatchLegs match;

    MatchRoute(MatchLegs match) {
        this.match = match;
    }

    @Override
    public void configure() {
        from("timer:legs-overlooked?period=5000").routeId("legs-overlooked").bean(match, "sweep");

        from("timer:legs-overdue?period=1000").routeId("legs-overdue").bean(match, "overdue");

        from("timer:match-files?period=1000").routeId("match-files").bean(match, "files");
    }
}
