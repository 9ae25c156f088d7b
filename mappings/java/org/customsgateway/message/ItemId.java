package org.customsgateway.message;

import java.util.Locale;

/** The id of an item and of its declaration: interchange id, hyphen, sequence with 7 digits. It sorts as it came. */
public final class ItemId {

    /** All ids of an interchange's items lie between its own id with the first and with the second of these. */
    public static final String FROM = "-";

    public static final String TO = ".";

    private ItemId() {}

    /** @param sequence the item's place in its interchange, from 1 */
    public static String of(String interchangeId, int sequence) {
        return interchangeId + FROM + String.format(Locale.ROOT, "%07d", sequence);
    }
}
