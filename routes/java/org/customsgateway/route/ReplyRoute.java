package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** From statuses to replies at the partner's side. */
public final class ReplyRoute extends RouteBuilder {

    private final ReplyWriter writer;
    private final ReplySender sender;

    ReplyRoute(ReplyWriter writer, ReplySender sender) {
        this.writer = writer;
        this.sender = sender;
    }

    @Override
    public void configure() {
        from("timer:replies?period=100").routeId("write-replies").bean(writer, "due");

        from("timer:drafts?period=1000").routeId("overlooked-drafts").bean(writer, "sweep");

        from("timer:outbox?period=100").routeId("send-replies").bean(sender, "due");
    }
}
