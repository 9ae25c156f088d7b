package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 over what an item says: names, attributes in the order of their names, trimmed texts. White space, comments and prefixes do not count. */
final class ContentHash {

    private static final char OPEN = '\u0001';
    private static final char ATTRIBUTE = '\u0002';
    private static final char TEXT = '\u0003';
    private static final char CLOSE = '\u0004';

    private ContentHash() {}

    static String of(Element item) {
        StringBuilder canonical = new StringBuilder(2048);
        write(item, canonical);
        return hex(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(Element element, StringBuilder into) {
        into.append(OPEN).append(element.name());
        String[] attributes = element.attributes();
        if (attributes.length > 2) {
            attributes = sorted(attributes);
        }
        for (int i = 0; i < attributes.length; i += 2) {
            into.append(ATTRIBUTE).append(attributes[i]).append(TEXT).append(attributes[i + 1].strip());
        }
        into.append(TEXT).append(element.text());
        for (Element child : element.children()) {
            write(child, into);
        }
        into.append(CLOSE);
    }

    private static String[] sorted(String[] attributes) {
        String[] pairs = new String[attributes.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = attributes[2 * i] + TEXT + attributes[2 * i + 1];
        }
        Arrays.sort(pairs);
        String[] sorted = new String[attributes.length];
        for (int i = 0; i < pairs.length; i++) {
            int split = pairs[i].indexOf(TEXT);
            sorted[2 * i] = pairs[i].substring(0, split);
            sorted[2 * i + 1] = pairs[i].substring(split + 1);
        }
        return sorted;
    }
}
