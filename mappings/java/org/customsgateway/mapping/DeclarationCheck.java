package org.customsgateway.mapping;

import java.util.List;

/** Says what is wrong with the bytes of a declaration as a WCO document: the mapping engine's only view of the WCO schemas. */
@FunctionalInterface
public interface DeclarationCheck {

    /** All findings, in document order; empty when the declaration is valid. */
    List<Finding> check(byte[] declaration);

    /**
     * One fault of a declaration.
     *
     * @param path element path from the root with 1-based indexes where an element repeats
     *     ({@code Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description})
     * @param rule stable id, for example {@code WCO-TYPE}
     * @param wcoId WCO Data Model id of the element, or empty
     * @param value found there, or empty
     * @param text one sentence
     * @param origin file and line of the schema, or empty
     */
    record Finding(String path, String rule, String wcoId, String value, String text, String origin) {}
}
