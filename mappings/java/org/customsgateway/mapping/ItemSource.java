package org.customsgateway.mapping;

import org.customsgateway.message.Pointer;

/** An item as it was read, so that it can be mapped again with other inputs, and its fields be found again. */
public final class ItemSource {

    private final RawItem raw;
    private final ItemMapping mapping;

    ItemSource(RawItem raw, ItemMapping mapping) {
        this.raw = raw;
        this.mapping = mapping;
    }

    RawItem raw() {
        return raw;
    }

    /**
     * The sender's field from which a position of the declaration was made, as {@link Mapping#toSource} but with line and column.
     *
     * @param declarationPath as in {@link WcoFinding#path}
     * @param value found there: of several fields it was made of the one that says this
     */
    public Pointer of(String declarationPath, String value) {
        return mapping.toSource(declarationPath, value, raw);
    }
}
