package org.customsgateway.mapping;

/** The names that a {@link PlainXml} has met in one document after another: each is made once, and found by its characters. */
final class PlainNames {

    /** A power of two; our declarations have fewer names than a quarter of it. */
    private static final int PLACES = 2048;

    private PlainName[] table = new PlainName[PLACES];
    private int made;

    /** The one that begins there; null where none does. What follows the text stops it. */
    PlainName at(char[] text, int start) {
        int hash = 0;
        int end = start;
        for (char c = text[end]; PlainName.belongs(c); c = text[++end]) {
            hash = 31 * hash + c;
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        while (table[place] != null) {
            if (same(table[place].qualified(), text, start, end)) {
                return table[place];
            }
            place = place + 1 & PLACES - 1;
        }
        PlainName name = PlainName.of(new String(text, start, end - start));
        if (name != null) {
            keep(name, place);
        }
        return name;
    }

    private void keep(PlainName name, int place) {
        if (++made > PLACES / 2) {
            // names of other people's making: they must neither fill the table nor the memory
            table = new PlainName[PLACES];
            made = 1;
        }
        table[place] = name;
    }

    static boolean same(String name, char[] text, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (name.charAt(i - start) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
