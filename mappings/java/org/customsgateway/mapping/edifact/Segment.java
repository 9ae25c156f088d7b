package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment as it stands in the bytes.
 *
 * @param text without terminator and line breaks, release characters still in it
 * @param line 1-based, of its tag
 * @param column 1-based, of its tag
 * @param breaks for each line break in it: how many characters of the text are before it
 * @param strange where the first character stands that the repertoire does not have; -1 where there is none
 * @param beyond whether there are characters beyond the basic plane of Unicode in it: StAEDI cannot read them
 * @param ended whether its terminator was there
 */
record Segment(
        Separators by,
        String text,
        int line,
        int column,
        List<Integer> breaks,
        int strange,
        boolean beyond,
        boolean ended) {

    /** From halves of characters beyond the basic plane to as many characters for private use. */
    private static final int SHIFT = '\ue000' - Character.MIN_SURROGATE;

    /** What stands before the first separator. */
    String tag() {
        int end = 0;
        while (end < text.length() && text.charAt(end) != by.element() && text.charAt(end) != by.component()) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Whether its tag is three letters or digits, a letter first, so that a parser can go on. */
    boolean tagged() {
        String tag = tag();
        return tag.length() == 3
                && tag.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
                && Character.isLetter(tag.charAt(0));
    }

    /** Data elements after the tag, each as its components, release characters taken out; repetitions are not looked for. */
    List<List<String>> elements() {
        List<List<String>> elements = new ArrayList<>();
        List<String> element = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = tag().length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == by.release() && c != 0 && i + 1 < text.length()) {
                value.append(text.charAt(++i));
            } else if (c == by.element() || c == by.component()) {
                element.add(value.toString());
                value.setLength(0);
                if (c == by.element()) {
                    elements.add(element);
                    element = new ArrayList<>();
                }
            } else {
                value.append(c);
            }
        }
        element.add(value.toString());
        elements.add(element);
        return elements.subList(1, elements.size());
    }

    /** @param element position after the tag, from 1 */
    String value(int element, int component) {
        List<List<String>> all = elements();
        boolean there =
                element <= all.size() && component <= all.get(element - 1).size();
        return there ? all.get(element - 1).get(component - 1) : "";
    }

    /** With what the repertoire does not have replaced by what no parser minds, and what lies beyond the basic plane by stand-ins. */
    String parsable() {
        if (strange < 0 && !beyond) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean service = c == by.element() || c == by.component() || c == by.release() || c == by.repetition();
            if (!service && !Repertoire.allows(c)) {
                clean.setCharAt(i, '\ufffd');
            } else if (Character.isSurrogate(c)) {
                clean.setCharAt(i, (char) (c + SHIFT));
            }
        }
        return clean.toString();
    }

    /** A value that was read from {@link #parsable}, with what the stand-ins stand for. */
    String restored(String value) {
        if (!beyond) {
            return value;
        }
        StringBuilder whole = new StringBuilder(value);
        for (int i = 1; i < whole.length(); i++) {
            char high = (char) (whole.charAt(i - 1) - SHIFT);
            char low = (char) (whole.charAt(i) - SHIFT);
            if (Character.isSurrogatePair(high, low)) {
                whole.setCharAt(i - 1, high);
                whole.setCharAt(i, low);
            }
        }
        return whole.toString();
    }

    /** Data element, counted from 1 after the tag, and component, 0 where there is but one, at an index of the text. */
    int[] placeOf(int index) {
        int element = 0;
        int component = 0;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            if (c == by.release() && c != 0) {
                i++;
            } else if (c == by.element()) {
                element++;
                component = 0;
            } else if (c == by.component()) {
                component = Math.max(component, 1) + 1;
            }
        }
        return new int[] {element, component};
    }

    int lineAt(int index) {
        return line + (int) breaks.stream().filter(at -> at <= index).count();
    }

    int columnAt(int index) {
        int from = -1;
        for (int at : breaks) {
            from = at <= index ? at : from;
        }
        return from < 0 ? column + index : index - from + 1;
    }
}
