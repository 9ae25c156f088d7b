package org.customsgateway.connector;

/** What becomes of a return that cannot be linked as it should: its partner file says. */
public enum OnDoubt {
    /** It is declared, and under review until risk decides. */
    REFER,
    /** It is declared, with a warning. */
    WARN,
    REJECT
}
