package org.customsgateway.route;

import java.util.Map;
import org.customsgateway.mapping.enrich.Consignment;

/**
 * What the routing table asks of a declaration.
 *
 * @param partnerKind {@code POST}, {@code EXPRESS}, {@code PLATFORM}
 * @param properties those of the message to the back-ends
 */
record RoutingFacts(Consignment consignment, String partnerKind, String partner, Map<String, String> properties) {}
