package org.customsgateway.mapping.enrich;

import java.util.Map;

/**
 * A declaration with what the gateway added.
 *
 * @param declaration bytes of a valid WCO document; each added fact is an AdditionalInformation of it
 * @param consignment what the declaration says of itself
 * @param properties the same facts for the queue message, by name; {@code addedBy} names the rules with the versions of their data
 */
public record Enriched(byte[] declaration, Consignment consignment, Map<String, String> properties) {

    public Enriched {
        properties = Map.copyOf(properties);
    }
}
