package org.customsgateway.mapping;

import java.util.List;

/**
 * One position of the WCO messages, as the schemas in {@code xsd} declare it.
 *
 * @param path without indexes and without the wrapper: {@code Declaration/GoodsShipment/UCR/ID}
 * @param wcoId three characters ending in a letter for a class (67A), otherwise a data element (016); empty for the
 *     few that have none, such as the string in a date
 * @param classes WCO ids of the classes from the root to it: {@code [42A, 67A, 35B]}; its own id is the last one where it is a class
 * @param required whether it must be there where its parent is
 * @param repeats whether it may occur more than once in its parent
 */
public record WcoPosition(String path, String wcoId, List<String> classes, boolean required, boolean repeats) {}
