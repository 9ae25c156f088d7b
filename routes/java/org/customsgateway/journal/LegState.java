package org.customsgateway.journal;

/** Where a leg of an order stands. */
public enum LegState {
    /** For the others, or to be looked at. */
    WAITING,
    /** It is part of a declaration. */
    JOINED,
    /** A later version, or a withdrawal, took its place. */
    REPLACED,
    REJECTED,
    CANCELLED;

    /** Only these are found by their keys. */
    public boolean live() {
        return this == WAITING || this == JOINED;
    }
}
