package org.customsgateway.mapping;

import java.util.List;
import org.customsgateway.message.Problem;

/**
 * An interchange looked at and not mapped.
 *
 * @param items the problems of each that schema and rules name; none if the scan is refused
 */
public record Checked(Scan scan, List<List<Problem>> items) {}
