package org.customsgateway.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.Tax;

/**
 * What a back-end says in one WCO response (07B), as far as the gateway needs it. Texts that are not there are empty.
 *
 * @param functionCode WCO 017
 * @param reference WCO D026: the back-end's own reference of this response
 * @param declarationId WCO D014 of the declaration that it is about
 * @param versionId WCO 383 of that declaration, or empty
 * @param statusCode WCO 379
 * @param issuedAt WCO D029
 * @param reasonCode WCO 226
 * @param reasonText WCO 225
 * @param faults WCO 53A
 * @param taxes WCO 50A of the goods items
 * @param total what is to be paid for the whole declaration (94A), or null
 * @param totalCurrency ISO 4217
 */
public record WcoResponse(
        String functionCode,
        String reference,
        String declarationId,
        String versionId,
        String statusCode,
        Optional<Instant> issuedAt,
        String reasonCode,
        String reasonText,
        List<Fault> faults,
        List<Tax> taxes,
        BigDecimal total,
        String totalCurrency) {

    /**
     * A fault that the back-end found.
     *
     * @param code WCO 377
     * @param text WCO 488
     * @param pointers where in the declaration it points (97A), one per level
     */
    public record Fault(String code, String text, List<WcoPointer> pointers) {}
}
