package org.customsgateway.journal;

import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/** A return that the journal has linked to a declaration. */
public record KnownReturn(
        String itemId,
        String originalId,
        int n,
        boolean cancels,
        PartnerId partner,
        ItemKey key,
        int version,
        StatusCode status) {}
