package org.customsgateway.journal;

import java.util.List;

/**
 * What became of decisions.
 *
 * @param unknown those about declarations that we never made
 * @param repeated how many were in the journal already
 * @param changes the statuses that came of it
 * @param unchanged where those items stood of which nothing came
 * @param free declarations that may go on to back-ends which were held
 */
public record Decided(
        List<DecisionEntry> unknown, int repeated, List<Change> changes, List<Standing> unchanged, List<String> free) {

    public record Change(Standing before, StatusEntry status) {}
}
