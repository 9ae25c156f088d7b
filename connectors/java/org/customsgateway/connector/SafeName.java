package org.customsgateway.connector;

/**
 * Names that come from outside. A safe name is one path segment of 1 to 255 characters (and bytes in UTF-8), without
 * control, format or bidirectional characters, and not {@code .} or {@code ..}; anything else gets a name made from it.
 */
public final class SafeName {

    private SafeName() {}

    public static boolean isSafe(String name) {
        throw new UnsupportedOperationException();
    }

    /** The name itself when safe; otherwise {@code unsafe-<hash>-<what is left of it>}, the same for the same name. */
    public static String of(String name) {
        throw new UnsupportedOperationException();
    }
}
