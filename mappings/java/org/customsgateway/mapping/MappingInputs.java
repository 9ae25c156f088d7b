package org.customsgateway.mapping;

import java.time.Instant;

/** What a mapping is told about an interchange and cannot read from it: ids and times are inputs. */
public record MappingInputs(String interchangeId, String partner, Instant receivedAt) {

    /** The inputs of an item that is declared for the first time. */
    ItemInputs original(int sequence) {
        return new ItemInputs(interchangeId + "-" + sequence, "9", 1, partner, interchangeId, receivedAt, "");
    }
}
