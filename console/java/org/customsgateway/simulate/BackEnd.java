package org.customsgateway.simulate;

import java.util.Locale;

/** The two back-ends and their queues: {@code docs/guides/back-end-queues.md}, "Queues and users". */
public enum BackEnd {
    RISK,
    REVENUE;

    /** The name in queue names, users and tables: {@code risk}, {@code revenue}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the gateway puts declarations. */
    public String declarations() {
        return id() + ".declarations";
    }

    /** Where the gateway reads decisions. */
    public String decisions() {
        return id() + ".decisions";
    }
}
