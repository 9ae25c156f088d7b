package org.customsgateway.mapping.enrich;

import java.util.List;
import java.util.Map;

/**
 * A declaration with what the gateway added.
 *
 * @param declaration bytes of a valid WCO document; each added fact is an AdditionalInformation of it
 * @param consignment what the declaration says of itself
 * @param properties the same facts for the queue message, by name; {@code addedBy} names the rules with the versions of their data,
 *     and {@code quality} the worst finding
 * @param findings what is wrong with the quality of its data
 */
public record Enriched(
        byte[] declaration, Consignment consignment, Map<String, String> properties, List<Finding> findings) {

    public Enriched {
        properties = Map.copyOf(properties);
        findings = List.copyOf(findings);
    }

    /** To which nothing was added. */
    public static Enriched untouched(byte[] declaration) {
        return new Enriched(declaration, Consignment.of(declaration), Map.of(), List.of());
    }
}
