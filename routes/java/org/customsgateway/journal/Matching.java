package org.customsgateway.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * Legs that are looked at together, with what is to become of them: decided on what was read, and done only if none of them has
 * changed since.
 *
 * @param legs all on which it rests
 * @param sum whose yearly sum is asked, or null
 * @param settle from that sum without what these legs have added to it so far (zero where none is asked), to what is done; it may
 *     be asked more than once and must do nothing but compute
 */
public record Matching(List<Leg> legs, YearShare sum, Function<BigDecimal, Settlement> settle) {}
