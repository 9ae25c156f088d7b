package org.customsgateway.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names that come from outside. A safe name is one path segment of 1 to 255 characters (and bytes in UTF-8), without
 * control, format or bidirectional characters, and not {@code .} or {@code ..}; anything else gets a name made from it.
 */
public final class SafeName {

    private static final int LONGEST = 255;
    private static final int LONGEST_REST = 120;

    private SafeName() {}

    public static boolean isSafe(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && name.equals(name.strip())
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().allMatch(SafeName::isSafe);
    }

    private static boolean isSafe(int codePoint) {
        return codePoint != '/'
                && codePoint != '\\'
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    /** The name itself when safe; otherwise {@code unsafe-<hash>-<what is left of it>}, the same for the same name. */
    public static String of(String name) {
        return isSafe(name) ? name : made("unsafe-", name);
    }

    /** The same for a file on this machine, whatever its locale can write: ASCII only. */
    public static String onDisk(String name) {
        var ascii = name.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return ascii && isSafe(name) ? name : made("name-", name);
    }

    private static String made(String prefix, String name) {
        var escaped = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '.' || b == '-';
            escaped.append(
                    plain || b == '_'
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().toHexDigits(b));
            if (escaped.length() > LONGEST_REST) {
                break;
            }
        }
        return prefix + hash(name) + "-" + escaped;
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
