package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes apart the parameters of a macro call, {@code name=expression …} or {@code expression expression …}, and of a definition. */
final class FtlParameters {

    private FtlParameters() {}

    /** Expressions by name; those without a name by their place ({@code 0}, {@code 1}, …). */
    static Map<String, String> of(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : split(text)) {
            int equals = assignment(part);
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            } else {
                parameters.put(String.valueOf(parameters.size()), part);
            }
        }
        return parameters;
    }

    private static int assignment(String part) {
        int equals = part.indexOf('=');
        boolean plain = equals > 0 && part.substring(0, equals).strip().matches("\\w+");
        return plain && !part.startsWith("==", equals) ? equals : -1;
    }

    /** At blanks and commas outside of strings and brackets; a blank beside an operator does not part anything. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (depth == 0 && quote == 0 && (Character.isWhitespace(c) || c == ',') && !joins(text, i, part)) {
                flush(parts, part);
            } else {
                part.append(c);
            }
        }
        flush(parts, part);
        return parts;
    }

    private static boolean joins(String text, int at, StringBuilder before) {
        String operators = "+-*/=&|?!:";
        String after = text.substring(at).stripLeading();
        boolean left = !before.isEmpty()
                && operators.indexOf(before.toString()
                                .stripTrailing()
                                .charAt(before.toString().stripTrailing().length() - 1))
                        >= 0;
        return left || !after.isEmpty() && operators.indexOf(after.charAt(0)) >= 0;
    }

    private static void flush(List<String> parts, StringBuilder part) {
        if (!part.toString().isBlank()) {
            parts.add(part.toString().strip());
        }
        part.setLength(0);
    }
}
