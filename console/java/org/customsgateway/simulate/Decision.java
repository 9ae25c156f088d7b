package org.customsgateway.simulate;

import java.time.Duration;

/**
 * An answer ready to be sent.
 *
 * @param reference Response/FunctionalReferenceID (D026): the same answer to the same declaration always bears the same
 * @param after how long the broker holds it
 * @param times how often it is sent
 * @param xml UTF-8
 */
record Decision(String declarationId, String reference, Duration after, int times, byte[] xml) {}
