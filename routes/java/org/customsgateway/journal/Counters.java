package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** Gap-free numbers. */
public final class Counters {
    /** 1, 2, 3 … : the next number, in a transaction of its own. */
    public long next(String name) {
        throw new UnsupportedOperationException();
    }
}
