package org.customsgateway.message;

/** What the gateway tells a partner about an item: the one vocabulary, from which every reply format has its own code table. */
public enum StatusCode {
    /** Read, valid, journaled and on its way to the back-ends. */
    RECEIVED,
    /** The interchange could not be read at all. */
    SYNTAX_ERROR,
    /** The item has problems, or a back-end found faults. */
    REJECTED,
    /** A back-end accepted the declaration; its decision follows. */
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    /** Request for information (PLACI RFI). */
    REFERRED_RFI,
    /** Request for screening (PLACI RFS). */
    REFERRED_RFS,
    /** Do not load (PLACI DNL). */
    DO_NOT_LOAD,
    /** Pre-loading assessment complete. */
    ASSESSMENT_COMPLETE,
    UNDER_REVIEW,
    INSPECTION,
    HELD,
    HOLD_REMOVED,
    RELEASED,
    /** Released with duties and taxes assessed: the amounts are in the status. */
    RELEASED_DUTIABLE,
    /** Assessed and waiting for payment. */
    TAX_DUE,
    PAID,
    /** Taken by customs for good. */
    SEIZED,
    /** Not let in: it goes back to its sender. */
    RETURN_TO_SENDER,
    DESTROYED,
    CANCELLED,
    /** The item is already known with the same content. */
    DUPLICATE,
    /** A back-end has not answered in time. */
    TIMED_OUT,
    /** A back-end has nothing more to say, and the goods were released. */
    CLOSED
}
