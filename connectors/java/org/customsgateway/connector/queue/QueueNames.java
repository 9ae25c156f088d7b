package org.customsgateway.connector.queue;

/** What belongs to the name of a queue, whoever gave it. */
public final class QueueNames {

    /** Added to a queue's name: where its refused messages are kept. */
    public static final String QUARANTINE = ".quarantine";

    private QueueNames() {}
}
