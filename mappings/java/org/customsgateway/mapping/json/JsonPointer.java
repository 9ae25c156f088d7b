package org.customsgateway.mapping.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 6901: where in one JSON document something is. */
public final class JsonPointer {

    private static final Pattern STEP = Pattern.compile("(.*?)(?:\\[(\\d+)])?");

    private JsonPointer() {}

    static String of(Iterable<String> steps) {
        StringBuilder pointer = new StringBuilder();
        steps.forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }

    /**
     * The pointer into the document for the path of a problem: {@code order[3]/lines[2]/hsCode} is {@code /lines/1/hsCode} of the
     * third document.
     */
    public static String of(String path) {
        List<String> steps = new ArrayList<>();
        String[] written = path.split("/");
        for (int i = 1; i < written.length; i++) {
            Matcher step = STEP.matcher(written[i]);
            if (step.matches()) {
                steps.add(step.group(1));
                if (step.group(2) != null) {
                    steps.add(String.valueOf(Integer.parseInt(step.group(2)) - 1));
                }
            }
        }
        return of(steps);
    }
}
