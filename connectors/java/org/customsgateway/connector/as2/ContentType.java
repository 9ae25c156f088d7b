package org.customsgateway.connector.as2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value with parameters: {@code Content-Type}, {@code Content-Disposition} (RFC 2045, 5.1; RFC 2183; RFC 2231, 4).
 *
 * @param type in lower case, empty where there is none
 * @param parameters by name in lower case
 */
record ContentType(String type, Map<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile(
            ";[ \t]*([!#$%&'*+.^_`{|}~0-9A-Za-z-]+)[ \t]*=[ \t]*(\"((?:[^\"\\\\]++|\\\\.)*+)\"|[^; \t\"]*)");
    private static final Pattern EXTENDED = Pattern.compile("([A-Za-z0-9-]+)'[A-Za-z0-9-]*'(.*)");

    static ContentType parse(String value) {
        int end = value.indexOf(';');
        var type = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            var quoted = parameter.group(3);
            var text = quoted == null ? parameter.group(2) : quoted.replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), text);
        }
        return new ContentType(type, parameters);
    }

    /** Empty where there is none. */
    String parameter(String name) {
        var extended = EXTENDED.matcher(parameters.getOrDefault(name + "*", ""));
        return extended.matches() ? decoded(extended.group(1), extended.group(2)) : parameters.getOrDefault(name, "");
    }

    private static String decoded(String charset, String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && text.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return bytes.toString(Charset.forName(charset));
        } catch (IllegalArgumentException unknown) {
            return text;
        }
    }

    boolean isCms() {
        return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
    }
}
