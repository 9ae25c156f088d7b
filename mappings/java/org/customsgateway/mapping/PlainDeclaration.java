package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells whether a document is so plain that a bare validator, which is a fifth faster, may pass it: UTF-8, MetaData as its root, and no
 * trace of a DOCTYPE, of a type chosen by the document, or of a response. It looks at bytes and errs on the side of care: what it does not
 * call plain is merely checked the careful way. All documents that our mappings write are plain.
 */
final class PlainDeclaration {

    private static final Pattern UTF8_AND_ROOT = Pattern.compile(
            "(<\\?xml version=['\"]1\\.0['\"]( encoding=['\"](UTF|utf)-8['\"])?( standalone=['\"](yes|no)['\"])?\\s?\\?>\\s*)?"
                    + "<(\\w+:)?MetaData\\s");

    private PlainDeclaration() {}

    static boolean is(byte[] document) {
        // a byte a character: markup is ASCII, and searching such a string is as fast as memory
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return UTF8_AND_ROOT.matcher(text).lookingAt()
                && !text.contains("<!")
                // a character reference could hide what is looked for here
                && !text.contains("&#")
                && !text.contains("XMLSchema-instance")
                && !mentionsResponse(text);
    }

    /** The namespace of a response's types goes on with an underscore and is often declared for nothing. */
    private static boolean mentionsResponse(String text) {
        int at = text.indexOf("Response");
        while (at >= 0 && text.startsWith("Response_DS:", at)) {
            at = text.indexOf("Response", at + 1);
        }
        return at >= 0;
    }
}
