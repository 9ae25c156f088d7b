package org.customsgateway.simulate;

import java.util.List;

/**
 * A back-end that is played, and its queues: {@code docs/guides/back-end-queues.md}, "Queues and users".
 *
 * @param id its name in queue names, users and tables
 * @param kind {@code risk} or {@code revenue}: by whose rules it answers where a script has none for its name
 */
public record BackEnd(String id, String kind) {

    public static final BackEnd RISK = new BackEnd("risk", "risk");
    public static final BackEnd REVENUE = new BackEnd("revenue", "revenue");

    /** Those that are there as delivered. */
    public static final List<BackEnd> SHIPPED = List.of(RISK, REVENUE);

    /** Where the gateway puts declarations. */
    public String declarations() {
        return id + ".declarations";
    }

    /** Where the gateway reads decisions. */
    public String decisions() {
        return id + ".decisions";
    }
}
