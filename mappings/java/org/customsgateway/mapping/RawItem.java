package org.customsgateway.mapping;

import java.util.List;
import org.customsgateway.message.Problem;

/**
 * An item as a reader hands it over, whatever its syntax was.
 *
 * @param envelope what of the interchange around the items was read before this one
 * @param problems that the schema finds in it
 */
public record RawItem(int sequence, Element item, Element envelope, List<Problem> problems) {}
