package org.customsgateway.journal;

import java.time.Instant;

/**
 * What a rule has removed.
 *
 * @param removed interchanges of which something was removed, or AS2 messages
 * @param digest SHA-256 (hexadecimal) of their ids, each with a line feed, in the order of their removal
 * @param held older ones that stay because they are not ended
 * @param remaining ended ones that were found afterwards although they are older: none, or the purge is faulty
 */
public record Purged(Instant at, PurgeRule rule, long removed, String digest, long held, long remaining) {}
