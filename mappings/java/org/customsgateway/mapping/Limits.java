package org.customsgateway.mapping;

/**
 * How much one interchange may ask of us. What goes over is a problem of the sender, never an exception.
 *
 * @param bytes of the whole interchange
 * @param items in one interchange
 * @param depth of nested elements
 * @param attributes of one element
 * @param text characters of one text or attribute value
 * @param itemElements elements of one item
 */
public record Limits(long bytes, int items, int depth, int attributes, int text, int itemElements) {

    public static final Limits DEFAULT = new Limits(1L << 30, 1_000_000, 64, 64, 100_000, 50_000);

    /** For bytes that were held against limits before. */
    public static final Limits NONE = new Limits(
            Long.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    public Limits withItems(int most) {
        return new Limits(bytes, most, depth, attributes, text, itemElements);
    }

    public Limits withBytes(long most) {
        return new Limits(most, items, depth, attributes, text, itemElements);
    }
}
