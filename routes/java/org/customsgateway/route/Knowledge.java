package org.customsgateway.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.match.Seal;

/**
 * Where the gateway knows from what it adds to declarations.
 *
 * @param journal what was declared before
 * @param seal of what tells persons
 */
record Knowledge(Enricher enricher, Journal journal, Seal seal) {

    /** For declarations that are journaled together. */
    Enriching at(Instant now) {
        return new Enriching(enricher, new Acquaintances(journal, seal, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }
}
