package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** Looks after what is edited while the gateway runs. */
public final class EditRoute extends RouteBuilder {

    private final Routing routing;
    private final EditAlarms alarms;

    EditRoute(Routing routing, EditAlarms alarms) {
        this.routing = routing;
        this.alarms = alarms;
    }

    @Override
    public void configure() {
        from("timer:routing?period=1000").routeId("routing").bean(routing, "look");

        // when the gateway has started: it compiles what nobody has asked for yet
        from("timer:edits?delay=5000&period=1000").routeId("edits").bean(alarms, "look");
    }
}
