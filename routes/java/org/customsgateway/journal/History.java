package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** The whole story of an item or an interchange. */
public final class History {
    /** Journals what no other table tells. */
    public void step(Step step) {
        throw new UnsupportedOperationException();
    }

    /** Sorted by time. */
    public List<Line> ofItem(String itemId) {
        throw new UnsupportedOperationException();
    }

    /** Sorted by time; its items only as counts. */
    public List<Line> ofInterchange(String interchangeId) {
        throw new UnsupportedOperationException();
    }
}
