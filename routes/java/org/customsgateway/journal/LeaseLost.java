package org.customsgateway.journal;

/** Another node holds the lease by now: whoever gets this stops at once and leaves the work to the other. */
public final class LeaseLost extends RuntimeException {

    public LeaseLost(String subject, String node) {
        super("the lease of " + subject + " is no longer held by " + node);
    }
}
