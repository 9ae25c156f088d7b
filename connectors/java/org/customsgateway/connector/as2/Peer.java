package org.customsgateway.connector.as2;

import java.util.concurrent.Semaphore;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Rate;
import org.customsgateway.message.PartnerId;

/**
 * A partner at the wire.
 *
 * @param rate of what it hands in
 * @param places one for each of its requests that are being answered
 */
record Peer(Partner partner, As2Wire wire, Rate rate, Semaphore places) {

    PartnerId id() {
        return partner.id();
    }

    /** The largest message in which an interchange of the agreed size may come: in base64, with what stands around it. */
    long largest() {
        return partner.limits().interchangeBytes() / 2 * 3 + 1024 * 1024;
    }
}
