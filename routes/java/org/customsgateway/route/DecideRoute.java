package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** From the back-ends' answers to statuses. An exception rolls the answers back to their queue. */
public final class DecideRoute extends RouteBuilder {

    static final String DECISIONS = "direct:decide";

    private final Decide decide;
    private final TimeOuts timeOuts;
    private final HandOff handOff;
    private final ReturnUpdates updates;

    DecideRoute(Decide decide, TimeOuts timeOuts, HandOff handOff, ReturnUpdates updates) {
        this.decide = decide;
        this.timeOuts = timeOuts;
        this.handOff = handOff;
        this.updates = updates;
    }

    @Override
    public void configure() {
        from(DECISIONS).routeId("decide").bean(decide, "decide");

        from("timer:overdue?period=1000").routeId("overdue").bean(timeOuts, "sweep");

        from("timer:returns-decided?period=1000").routeId("returns-decided").bean(updates, "sweep");

        from("timer:overlooked?period=5000").routeId("overlooked").bean(handOff, "sweep");
    }
}
