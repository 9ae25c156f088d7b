package org.customsgateway.mapping;

/**
 * One fault of a WCO document.
 *
 * @param rule {@code XML-WELL-FORMED}, {@code XML-DOCTYPE}, {@code WCO-ROOT}, {@code WCO-PROFILE} for a position that the
 *     schemas in {@code xsd} do not have, or {@code WCO-} with the name of the XML Schema rule, such as
 *     {@code WCO-maxLength-valid} (XML Schema 1.0 part 1, appendix C)
 * @param path with 1-based indexes, without the wrapper: {@code Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/CustomsValueAmount}
 * @param line 1-based, 0 where not known
 * @param column 1-based, 0 where not known
 * @param wcoId WCO Data Model id of the position (for example {@code 108}), or empty
 * @param value the value found, or empty
 * @param text one sentence: what is wrong
 */
public record WcoFinding(String rule, String path, int line, int column, String wcoId, String value, String text) {}
