package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * The one place that makes JSON parsers for what comes from outside. What is over {@link org.customsgateway.mapping.Limits} is a
 * fault of its document alone; these limits here are further out, and where they are broken nothing can be read any more.
 */
final class JsonLimits {

    /** Characters of one line, where each line is a document. */
    static final int LINE = 4_000_000;

    /** Characters of one name that are kept. */
    static final int NAME = 100;

    /** Digits of one number: more than any amount or measure has. */
    static final int NUMBER = 40;

    /** Further up or down than any amount or measure goes; it keeps a validator from writing out {@code 1e999999999}. */
    static final int EXPONENT = 100;

    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(2_000_000)
                    .maxNumberLength(1000)
                    .maxNameLength(10_000)
                    .build())
            // names of senders are no names of ours: neither table of them grows with what comes in
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonLimits() {}
}
