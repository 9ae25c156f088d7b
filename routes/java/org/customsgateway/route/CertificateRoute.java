package org.customsgateway.route;

import org.apache.camel.builder.RouteBuilder;

/** Looks every hour whether a listener's certificate is about to end. */
public final class CertificateRoute extends RouteBuilder {

    private final ListenerCertificates certificates;

    public CertificateRoute(ListenerCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void configure() {
        from("timer:certificates?period=3600000").routeId("certificates").bean(certificates, "look");
    }
}
