package org.customsgateway.connector.https;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content type (RFC 9110, 8.3).
 *
 * @param name in lower case, empty where it is none
 * @param charset in lower case, empty where none is given
 */
record MediaType(String name, String charset) {

    private static final Pattern SHAPE = Pattern.compile("\\s*([\\w.+-]+/[\\w.+-]+)\\s*(;.*|)");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([\\w.:-]+)\"?\\s*(?=;|$)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    static MediaType of(String header) {
        Matcher shape = SHAPE.matcher(header);
        if (!shape.matches()) {
            return new MediaType("", "");
        }
        Matcher charset = CHARSET.matcher(shape.group(2));
        return new MediaType(
                shape.group(1).toLowerCase(Locale.ROOT),
                charset.find() ? charset.group(1).toLowerCase(Locale.ROOT) : "");
    }

    boolean isJson() {
        return name.equals("application/json") && isUtf8();
    }

    boolean isJsonLines() {
        return LINES.contains(name) && isUtf8();
    }

    /** An XML document says its charset by itself. */
    boolean isXml() {
        return XML.contains(name);
    }

    /** RFC 8259, 8.1: JSON is UTF-8. */
    private boolean isUtf8() {
        return charset.isEmpty() || charset.equals("utf-8") || charset.equals("utf8") || charset.equals("us-ascii");
    }
}
