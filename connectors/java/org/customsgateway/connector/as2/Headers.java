package org.customsgateway.connector.as2;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Header fields of a MIME entity (RFC 5322, 2.2; RFC 2045), unfolded. Of a name that comes twice the first counts. */
final class Headers {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** As they are written, in that order. */
    static Headers of(String... namesAndValues) {
        var headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** @throws IllegalArgumentException when it is no header block */
    static Headers parse(byte[] block) {
        var headers = new Headers();
        var unfolded = new String(block, StandardCharsets.ISO_8859_1).replaceAll("\r?\n[ \t]+", " ");
        for (String line : unfolded.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                continue;
            }
            if (colon < 1 || !line.substring(0, colon).matches("[!-9;-~]+[ \t]*")) {
                throw new IllegalArgumentException("no header field");
            }
            headers.add(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers;
    }

    Headers add(String name, String value) {
        if (values.putIfAbsent(name.toLowerCase(Locale.ROOT), value) == null) {
            names.put(name, value);
        }
        return this;
    }

    /** Empty where there is none. */
    String get(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    boolean has(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** By their names as they are written. */
    Map<String, String> all() {
        return names;
    }

    ContentType contentType() {
        return ContentType.parse(get("Content-Type"));
    }

    /** The block and the empty line behind it. */
    byte[] bytes() {
        var text = new StringBuilder();
        names.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
