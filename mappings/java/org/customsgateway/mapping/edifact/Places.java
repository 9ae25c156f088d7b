package org.customsgateway.mapping.edifact;

import java.util.Arrays;

/** Where the data elements and components of one segment start in its text; asked for in their order, found at once. */
final class Places {

    private Segment segment;
    private int[] elements = new int[64];
    private int[] components = new int[64];
    private int[] starts = new int[64];
    private int count;
    private int last;

    void of(Segment of) {
        segment = of;
        count = 0;
        last = 0;
        String text = of.text();
        Separators by = of.by();
        int element = 0;
        int component = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == by.release() && c != 0) {
                i++;
            } else if (c == by.element()) {
                add(++element, component = 1, i + 1);
            } else if (c == by.component()) {
                add(element, ++component, i + 1);
            }
        }
    }

    private void add(int element, int component, int start) {
        if (count == starts.length) {
            elements = Arrays.copyOf(elements, 2 * count);
            components = Arrays.copyOf(components, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        elements[count] = element;
        components[count] = component;
        starts[count++] = start;
    }

    /** @return index in the text; its end for what is not there; 0 for the segment itself */
    private int start(int element, int component) {
        if (element == 0) {
            return 0;
        }
        int wanted = Math.max(component, 1);
        for (int tries = 0; tries < count; tries++) {
            int i = (last + tries) % count;
            if (elements[i] == element && components[i] == wanted) {
                last = i;
                return starts[i];
            }
        }
        return segment.text().length();
    }

    int line(int element, int component) {
        return segment.breaks().isEmpty() ? segment.line() : segment.lineAt(start(element, component));
    }

    int column(int element, int component) {
        return segment.columnAt(start(element, component));
    }
}
