package org.customsgateway.connector.https;

import java.util.concurrent.Semaphore;
import org.customsgateway.connector.HttpsWire;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Rate;

/**
 * A partner at the listener.
 *
 * @param rate of what it hands in
 * @param places one for each of its requests that are being answered
 */
record Guest(Partner partner, HttpsWire wire, Rate rate, Semaphore places) {}
