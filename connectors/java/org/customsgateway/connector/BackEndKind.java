package org.customsgateway.connector;

/** What a back-end is asked for. */
public enum BackEndKind {
    /** Whether the goods may come in. */
    RISK,
    /** What is due on them. */
    REVENUE,
    /** Nothing: it gets the declarations and answers none. */
    COPY
}
