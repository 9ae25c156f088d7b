package org.customsgateway.simulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a back-end needs to know of a declaration in order to decide: a small part of the WCO document.
 *
 * @param id message property {@code declarationId}, given back in the answer as Declaration/ID (D014)
 * @param version message property {@code declarationVersion}
 * @param reference Declaration/FunctionalReferenceID (D026), given back in the answer
 * @param references the item's identifiers: the reference, transport contract documents (D023), UCR (016, 009)
 * @param countries of export (062) and of origin (063)
 * @param properties of the message
 * @param function message property {@code declarationFunction}: 9 original, 5 replacement, 1 withdrawal
 */
public record Declared(
        String id,
        String version,
        String reference,
        List<String> references,
        List<String> countries,
        List<Goods> goods,
        String function,
        Map<String, String> properties) {

    /** An original. */
    public Declared(
            String id,
            String version,
            String reference,
            List<String> references,
            List<String> countries,
            List<Goods> goods) {
        this(id, version, reference, references, countries, goods, "9", Map.of());
    }

    /** As its message says. */
    Declared with(Map<String, String> message) {
        String said = message.getOrDefault("declarationFunction", "");
        return new Declared(id, version, reference, references, countries, goods, said, message);
    }

    /** One GovernmentAgencyGoodsItem (68A): sequence 006, classification 145, value 108 or 112 with its currency. */
    public record Goods(int sequence, String hs, BigDecimal value, String currency) {}

    /** Sum over the goods, whatever their currencies: enough for a rule. */
    public BigDecimal value() {
        return goods.stream().map(Goods::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
