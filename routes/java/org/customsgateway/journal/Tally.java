package org.customsgateway.journal;

/** What is counted of items beside the rules that they break: all of them, and what is wrong, so that a good item is one count. */
public enum Tally {
    /** Items that were read; no repetitions and no withdrawals. */
    ITEMS,
    /** That were not declared. */
    REJECTED,
    /** Declared in place of an earlier one. */
    AMENDED,
    /** Declared, and not good by one of the four tests of the WCO-UPU guidelines. */
    UNTIMELY,
    INACCURATE,
    INCOMPLETE,
    INCONSISTENT,
    /** Declared, and saying when they arrive. */
    ARRIVING,
    /** Of those, the ones that arrive after their data. */
    EARLY;

    /** As it is counted: no rule is called so. */
    public String counted() {
        return "*" + name();
    }
}
