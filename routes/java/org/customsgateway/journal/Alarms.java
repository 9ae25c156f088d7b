package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** What a person must look at. */
public final class Alarms {
    /** Raises the alarm unless one of this kind and subject is open. */
    public void raise(String kind, String subject, String text, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void clear(String kind, String subject, Instant at) {
        throw new UnsupportedOperationException();
    }

    public List<Alarm> open(int limit) {
        throw new UnsupportedOperationException();
    }
}
