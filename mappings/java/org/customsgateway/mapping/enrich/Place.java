package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.Optional;
import org.customsgateway.mapping.Element;

/**
 * Where a position is in one declaration.
 *
 * @param goods number of the goods item by its place, 0 of the whole
 * @param element null where it is missing
 */
record Place(Position position, int goods, Element element) {

    /** Empty where it is missing. */
    String value() {
        return element == null ? "" : position.value(element);
    }

    boolean blank() {
        return value().isBlank();
    }

    /** Empty where it is missing, or no number. */
    Optional<BigDecimal> number() {
        try {
            return blank() ? Optional.empty() : Optional.of(new BigDecimal(value()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Currency or unit of an amount, or empty. */
    String unit() {
        return element == null ? "" : element.attribute("currencyID") + element.attribute("unitCode");
    }

    String path() {
        return position.path(goods);
    }
}
