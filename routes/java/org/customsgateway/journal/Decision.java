package org.customsgateway.journal;

import java.time.Instant;

/** What a decision of a back-end says; see {@link DecisionEntry}. */
public record Decision(
        String backend, String ref, String functionCode, String outcome, Instant issuedAt, Instant receivedAt) {}
