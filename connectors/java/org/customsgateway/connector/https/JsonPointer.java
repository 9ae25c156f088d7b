package org.customsgateway.connector.https;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a JSON document as RFC 6901 writes it, which counts from 0 and begins at the document. */
final class JsonPointer {

    private static final Pattern INDEXED = Pattern.compile("(.*)\\[([0-9]{1,9})]");

    private JsonPointer() {}

    /** @param path as problems have it, names escaped: {@code order[2]/lines[3]/hsCode} becomes {@code /lines/2/hsCode} */
    static String of(String path) {
        StringBuilder pointer = new StringBuilder();
        String[] steps = path.split("/");
        for (int i = 1; i < steps.length; i++) {
            Matcher indexed = INDEXED.matcher(steps[i]);
            boolean repeats = indexed.matches();
            String name = repeats ? indexed.group(1) : steps[i];
            pointer.append('/').append(name);
            if (repeats) {
                pointer.append('/').append(Integer.parseInt(indexed.group(2)) - 1);
            }
        }
        return pointer.toString();
    }
}
