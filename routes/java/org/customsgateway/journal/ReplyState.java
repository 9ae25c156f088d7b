package org.customsgateway.journal;

/** How far a reply has come. */
public enum ReplyState {
    /** It has its number and its statuses; its bytes are being written. */
    DRAFT,
    /** Its bytes are on disk, waiting for the wire. */
    PENDING,
    DELIVERED,
    /** It could not be written, or the wire failed, too often; a person must look. */
    PARKED
}
