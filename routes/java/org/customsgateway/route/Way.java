package org.customsgateway.route;

import org.customsgateway.connector.BackEnd;
import org.customsgateway.mapping.view.View;

/**
 * How a declaration gets to one back-end.
 *
 * @param view what it is shown; null for all
 * @param held what has to be decided before it goes, as {@link After} reads it, or empty
 */
record Way(BackEnd backEnd, View view, String held) {}
