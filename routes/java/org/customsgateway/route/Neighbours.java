package org.customsgateway.route;

/**
 * What an item of a batch is decided on beside itself.
 *
 * @param earlier items of the same keys
 * @param returns links those that are goods which come back
 * @param enriching adds to their declarations
 */
record Neighbours(Earlier earlier, ReturnLinks returns, Enriching enriching) {}
