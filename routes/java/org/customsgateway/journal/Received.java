package org.customsgateway.journal;

/**
 * What became of an arrival. Whatever it is, the journal has it: the wire may be acknowledged.
 *
 * @param id the interchange: the arrival's own id, or for {@code SAME_DELIVERY} the id it got the first time
 * @param original for {@code SAME_BYTES} the interchange that brought these bytes first, else null
 */
public record Received(String id, Kind kind, String original) {

    public enum Kind {
        /** To be read. */
        FRESH,
        /** Seen before: the wire was not acknowledged in time. Nothing is to be done. */
        SAME_DELIVERY,
        /** A new delivery of bytes this partner has sent before; the replies of the first are on their way again. */
        SAME_BYTES
    }
}
