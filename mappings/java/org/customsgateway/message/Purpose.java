package org.customsgateway.message;

import java.util.Locale;

/** What something is kept for, each for a time of its own. */
public enum Purpose {
    /** The bytes of interchanges as they came. */
    RAW,
    /** The documents of the back-ends as they came. */
    DECISIONS,
    /** Replies, to be sent again when the same bytes come again. */
    REPLIES,
    /** AS2 messages with their receipts and signatures. */
    PROOFS,
    /** Interchanges and items with all that belongs to them; what is left of the others goes with them. */
    ITEMS;

    /** As it stands in settings and partner files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
