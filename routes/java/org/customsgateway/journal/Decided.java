package org.customsgateway.journal;

import java.util.List;

/**
 * What became of decisions.
 *
 * @param unknown those about declarations that we never made
 * @param repeated how many were in the journal already
 * @param changes the statuses that came of it
 * @param unchanged where those items stood of which nothing came
 */
public record Decided(List<DecisionEntry> unknown, int repeated, List<Change> changes, List<Standing> unchanged) {

    public record Change(Standing before, StatusEntry status) {}
}
