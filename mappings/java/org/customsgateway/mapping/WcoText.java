package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;

/** Writes a tree of a WCO declaration as a document, in the namespaces and with the prefixes of our templates. */
public final class WcoText {

    private static final String HEADING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String NAMESPACES = " xmlns:md=\"" + WcoPrefixes.WRAPPER + "\" xmlns=\""
            + WcoPrefixes.DECLARATION + "\" xmlns:ds=\"" + WcoPrefixes.DATES + "\"";

    private final StringBuilder text = new StringBuilder(8192);

    private WcoText() {}

    /** @param wrapper the root, MetaData, with what it says of itself and the declaration */
    public static byte[] of(Element wrapper) {
        var out = new WcoText();
        out.text
                .append(HEADING)
                .append("<md:")
                .append(wrapper.name())
                .append(NAMESPACES)
                .append('>');
        for (Element child : wrapper.children()) {
            out.write(child, child.name().equals("Declaration") ? "" : "md:");
        }
        out.text.append("</md:").append(wrapper.name()).append('>');
        return out.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Element element, String prefix) {
        text.append('<').append(prefix).append(element.name());
        String[] attributes = element.attributes();
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escaped(attributes[i + 1]);
            text.append('"');
        }
        text.append('>');
        escaped(element.text());
        for (Element child : element.children()) {
            write(child, child.name().equals("DateTimeString") ? "ds:" : "");
        }
        text.append("</").append(prefix).append(element.name()).append('>');
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.append(c);
            }
        }
    }
}
