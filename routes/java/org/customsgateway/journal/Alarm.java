package org.customsgateway.journal;

import java.time.Instant;

/**
 * Something a person must look at. One of a kind is open per subject at a time.
 *
 * @param kind for example {@code QUARANTINE}
 * @param subject id of what it is about
 * @param clearedAt null while it is open
 */
public record Alarm(String id, Instant at, String kind, String subject, String text, Instant clearedAt) {}
