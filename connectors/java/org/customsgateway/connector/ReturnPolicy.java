package org.customsgateway.connector;

import java.util.Set;
import org.customsgateway.message.PartnerId;

/**
 * How goods that a partner says come back are linked to what they came in with.
 *
 * @param of partners whose declarations they may have come in with, beside its own
 * @param unknown when nothing is found by what the return names, or more than one
 * @param more when more comes back than came in
 */
public record ReturnPolicy(Set<PartnerId> of, OnDoubt unknown, OnDoubt more) {

    /** An honest return may be of something that this gateway never saw; who sends the same goods back twice wants money. */
    public static final ReturnPolicy USUAL = new ReturnPolicy(Set.of(), OnDoubt.WARN, OnDoubt.REFER);
}
