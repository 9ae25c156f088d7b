package org.customsgateway.connector;

/** What business a partner is in. */
public enum PartnerKind {
    POST,
    EXPRESS,
    PLATFORM
}
