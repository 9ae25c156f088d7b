package org.customsgateway.journal;

import org.customsgateway.message.PartnerId;

/** Which declaration goes to which back-end. */
public record HandOver(String itemId, String backend, PartnerId partner) {}
