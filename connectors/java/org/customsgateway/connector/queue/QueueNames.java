package org.customsgateway.connector.queue;

/** The queues between the gateway and the back-ends. */
public final class QueueNames {

    public static final String RISK_DECLARATIONS = "risk.declarations";
    public static final String RISK_DECISIONS = "risk.decisions";
    public static final String REVENUE_DECLARATIONS = "revenue.declarations";
    public static final String REVENUE_DECISIONS = "revenue.decisions";

    /** Added to a queue's name: where its refused messages are kept. */
    public static final String QUARANTINE = ".quarantine";

    private QueueNames() {}
}
