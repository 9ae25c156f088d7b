package org.customsgateway.journal;

/** What became of a batch. */
public enum Journaled {
    /** It is in the journal. */
    DONE,
    /** It was there already, from before a crash. */
    ALREADY,
    /** Someone else took one of its keys in between: nothing was written; look the keys up again and come back. */
    KEY_TAKEN
}
