package org.customsgateway.mapping;

/** Takes the items of an interchange one after another, in their order. */
@FunctionalInterface
public interface ItemSink {

    /** What it throws ends the reading and reaches the caller of {@link Mapping#read} as it is, if unchecked. */
    void item(MappedItem item) throws Exception;
}
