package org.customsgateway.mapping.json;

/** RFC 6901: where in one JSON document something is. */
final class JsonPointer {

    private JsonPointer() {}

    static String of(Iterable<String> steps) {
        StringBuilder pointer = new StringBuilder();
        steps.forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
