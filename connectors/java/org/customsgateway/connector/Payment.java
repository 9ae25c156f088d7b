package org.customsgateway.connector;

/** What duties do to a release. */
public enum Payment {
    /** Goods wait until revenue says that they are paid. */
    WAIT,
    /** Goods are released, and the duties go on the partner's account. */
    ACCOUNT
}
