package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** The decisions of the back-ends and what comes of them. */
public final class Decisions {
    /** One transaction: decisions (twice is once), statuses by the combiner, hand-overs answered. */
    public Decided decide(List<DecisionEntry> decisions, Combiner combiner) {
        throw new UnsupportedOperationException();
    }

    /** All of an item, in the order of their arrival. */
    public List<Outcome> of(String itemId) {
        throw new UnsupportedOperationException();
    }
}
