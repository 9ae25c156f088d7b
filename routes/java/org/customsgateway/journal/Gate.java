package org.customsgateway.journal;

/** Says whether what a hand-over waits for is decided. It is called inside the transaction: it computes, nothing else. */
@FunctionalInterface
public interface Gate {

    /** @param condition as it was journaled with the hand-over */
    boolean opens(String condition, Standing standing);
}
