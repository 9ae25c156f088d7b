package org.customsgateway.journal;

/** How it stands with the receipt of an AS2 message. */
public enum As2State {
    /** Incoming: given in the answer, or none was asked for. */
    ANSWERED,
    /** Incoming: to be sent in a request of its own. */
    DUE,
    /** Incoming: sent so. */
    SENT,
    /** Incoming: tried too often. */
    PARKED,
    /** Outgoing: the partner's has not come. */
    AWAITED,
    /** Outgoing: the partner has these bytes. */
    RECEIPTED,
    /** Outgoing: the partner has not taken them. */
    REFUSED
}
