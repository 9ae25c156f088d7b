package org.customsgateway.mapping;

/** A name as {@link PlainXml} meets it, its texts interned; the prefix is empty where there is none. */
record PlainName(String prefix, String local, String qualified) {

    /** Null where it is none, or none in ASCII. */
    static PlainName of(String qualified) {
        int colon = qualified.indexOf(':');
        String local = qualified.substring(colon + 1);
        boolean shaped = colon < 0 || colon > 0 && starts(qualified) && local.indexOf(':') < 0;
        return shaped && starts(local)
                ? new PlainName(qualified.substring(0, Math.max(0, colon)).intern(), local.intern(), qualified.intern())
                : null;
    }

    private static boolean starts(String name) {
        char c = name.isEmpty() ? ' ' : name.charAt(0);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    /** Whether a name may go on with it. */
    static boolean belongs(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '-' && c <= ':' && c != '/' || c == '_';
    }
}
