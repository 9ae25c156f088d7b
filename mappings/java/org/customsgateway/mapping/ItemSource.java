package org.customsgateway.mapping;

/** An item as it was read, so that it can be mapped again with other inputs. Nothing to be seen from outside. */
public final class ItemSource {

    private final RawItem raw;

    ItemSource(RawItem raw) {
        this.raw = raw;
    }

    RawItem raw() {
        return raw;
    }
}
