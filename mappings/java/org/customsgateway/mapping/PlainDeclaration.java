package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells whether a document is so plain that a bare validator, which is a fifth faster, may pass it: UTF-8, MetaData as its root, and no
 * trace of a DOCTYPE, of a type chosen by the document, or of a response. It looks at bytes and errs on the side of care: what it does not
 * call plain is merely checked the careful way. All documents that our mappings write are plain.
 */
final class PlainDeclaration {

    private static final int HEAD = 200;
    private static final Pattern UTF8_AND_ROOT = Pattern.compile(
            "(<\\?xml version=['\"]1\\.0['\"]( encoding=['\"](UTF|utf)-8['\"])?( standalone=['\"](yes|no)['\"])?\\s?\\?>\\s*)?"
                    + "<(\\w+:)?MetaData\\s");
    private static final byte[] RESPONSE = bytes("Response");
    private static final byte[] TYPES = bytes("Response_DS:");
    private static final byte[] INSTANCE = bytes("XMLSchema-instance");

    private PlainDeclaration() {}

    static boolean is(byte[] document) {
        String head = new String(document, 0, Math.min(HEAD, document.length), StandardCharsets.ISO_8859_1);
        if (!UTF8_AND_ROOT.matcher(head).lookingAt()) {
            return false;
        }
        for (int i = 0; i + 1 < document.length; i++) {
            boolean careful = switch (document[i]) {
                case '<' -> document[i + 1] == '!';
                // a character reference could hide what is looked for here
                case '&' -> document[i + 1] == '#';
                // the namespace of its types goes on with an underscore, and is often declared for nothing
                case 'R' -> isAt(document, i, RESPONSE) && !isAt(document, i, TYPES);
                case 'X' -> isAt(document, i, INSTANCE);
                default -> false;
            };
            if (careful) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAt(byte[] document, int start, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (start + i >= document.length || document[start + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
