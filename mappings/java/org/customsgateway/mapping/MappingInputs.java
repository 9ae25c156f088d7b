package org.customsgateway.mapping;

import java.time.Instant;
import java.util.Map;
import org.customsgateway.message.ItemId;

/**
 * What a mapping is told about an interchange and cannot read from it: ids and times are inputs.
 *
 * @param profile what is agreed with the partner, by the names of the format's {@code profile} list
 */
public record MappingInputs(String interchangeId, String partner, Instant receivedAt, Map<String, String> profile) {

    public MappingInputs(String interchangeId, String partner, Instant receivedAt) {
        this(interchangeId, partner, receivedAt, Map.of());
    }

    /** The inputs of an item that is declared for the first time. */
    ItemInputs original(int sequence) {
        return new ItemInputs(
                ItemId.of(interchangeId, sequence), "9", 1, partner, interchangeId, receivedAt, "", "", profile);
    }
}
