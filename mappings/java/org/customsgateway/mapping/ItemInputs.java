package org.customsgateway.mapping;

import java.time.Instant;
import java.util.Map;

/**
 * What the mapping of one item is told: the {@code in} of its template.
 *
 * @param declarationId interchange id, hyphen, sequence of the item
 * @param functionCode UN/EDIFACT 1225: {@code 9} original, {@code 5} replacement, {@code 1} cancellation
 * @param version 1 for the first declaration of an item, counted up by each amendment
 * @param previousDeclarationId what an amendment replaces, or empty
 * @param originalDeclarationId of goods that come back: what they came in with; or empty
 * @param profile what is agreed with the partner, by the names of the format's {@code profile} list
 */
public record ItemInputs(
        String declarationId,
        String functionCode,
        int version,
        String partner,
        String interchangeId,
        Instant receivedAt,
        String previousDeclarationId,
        String originalDeclarationId,
        Map<String, String> profile) {}
