package org.customsgateway.mapping.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.XMLStreamException;

/**
 * The first bytes of an XML interchange: whether there are any, and in which encoding.
 *
 * @param bytes the whole interchange, from its first byte on
 * @param problem why it cannot be read at all, or empty
 */
record XmlStart(InputStream bytes, String rule, String problem) {

    /** @param text one sentence */
    record Words(String rule, String text) {}

    static XmlStart of(InputStream raw) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(raw, 4);
        byte[] first = bytes.readNBytes(4);
        bytes.unread(first);
        if (first.length == 0) {
            return new XmlStart(bytes, "XML-EMPTY", "The interchange is empty: send it again.");
        }
        boolean zero = false;
        for (byte b : first) {
            zero |= b == 0;
        }
        boolean marked = first.length > 1
                && ((first[0] & 0xff) == 0xfe && (first[1] & 0xff) == 0xff
                        || (first[0] & 0xff) == 0xff && (first[1] & 0xff) == 0xfe);
        if (zero && !marked) {
            // XML 1.0, 4.3.3: UTF-16 must begin with a byte order mark
            return new XmlStart(
                    bytes, "XML-ENCODING", "It is not UTF-8, and UTF-16 needs a byte order mark: send UTF-8.");
        }
        return new XmlStart(bytes, "", "");
    }

    /** What a parser's complaint means for the sender. */
    static Words words(XMLStreamException e) {
        Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
        String said = e.getMessage() == null
                ? ""
                : e.getMessage().lines().findFirst().orElse("").replaceFirst("\\.+$", "");
        if (cause instanceof CharConversionException
                || cause instanceof UnsupportedEncodingException
                || said.contains("encoding")) {
            return new Words(
                    "XML-ENCODING", "Its bytes are not in the encoding that it declares: send UTF-8 (" + said + ").");
        }
        if (said.toLowerCase(java.util.Locale.ROOT).contains("limit")) {
            return new Words("XML-LIMIT", "It goes over a limit: " + said + ".");
        }
        if (said.contains("ndeclared general entity")) {
            return new Words("XML-ENTITY", "An entity reference is not allowed: write the text itself.");
        }
        return new Words("XML-WELL-FORMED", "It is not well-formed XML: " + said + ".");
    }
}
