package org.customsgateway.mapping;

import org.customsgateway.message.FormatId;

/** No usable mapping has this id: its folder is missing, or it was broken from the start. */
public final class UnknownFormat extends RuntimeException {

    public UnknownFormat(FormatId id) {
        super("no usable format '" + id + "' in the mappings drawer");
    }
}
