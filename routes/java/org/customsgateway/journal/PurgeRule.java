package org.customsgateway.journal;

import java.time.Instant;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;

/** What is to go: what belongs to a partner, is kept for a purpose, and came before a time. */
public record PurgeRule(PartnerId partner, Purpose purpose, Instant olderThan) {}
