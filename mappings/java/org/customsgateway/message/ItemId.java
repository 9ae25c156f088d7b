package org.customsgateway.message;

/** The id of an item and of its declaration: interchange id, hyphen, sequence with 7 digits. It sorts as it came. */
public final class ItemId {

    /** All ids of an interchange's items lie between its own id with the first and with the second of these. */
    public static final String FROM = "-";

    public static final String TO = ".";

    private static final int DIGITS = 7;

    private ItemId() {}

    /** @param sequence the item's place in its interchange, from 1 */
    public static String of(String interchangeId, int sequence) {
        // String.format would be dear: it is asked for several times for each item
        String digits = Integer.toString(sequence);
        return interchangeId + FROM + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
