package org.customsgateway.journal;

/** How far an interchange has come. */
public enum InterchangeState {
    /** The raw bytes are safe; nobody has looked into them. */
    RECEIVED,
    /** Items are being journaled, batch by batch. */
    READING,
    /** All items are journaled. The end of the good way. */
    READ,
    /** It could not be read, by the sender's fault; the problems say why. */
    REFUSED,
    /** The same bytes as an earlier one. */
    DUPLICATE,
    /** It failed by our fault again and again; a person must look. */
    QUARANTINED
}
