package org.customsgateway.journal;

import java.time.Instant;

/** What the latest decision of a back-end says. */
public record Outcome(String backend, String ref, String functionCode, String outcome, Instant receivedAt) {}
