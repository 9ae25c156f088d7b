package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customsgateway.message.Pointer;

/**
 * Makes the lines of a block readable and says what is wrong with them as lines: too long, broken in a wrong place, in characters that
 * a telegram cannot carry. A piece that neither an identifier nor a slant begins is put behind the line before it, so that one broken
 * line is one fault.
 */
final class Assembly {

    /** Longest line of Cargo-IMP (manual, message structure: 69 characters besides the end of the line). */
    static final int LONGEST = 69;

    /** Lines beyond this were not one line before they were broken. */
    private static final int LONGEST_JOINED = 1000;

    private final Set<String> identifiers;
    private final String path;
    private final Faults faults;
    private final List<LineText> lines = new ArrayList<>();
    private String end = "";
    private boolean mixed;

    private Assembly(Set<String> identifiers, String path, Faults faults) {
        this.identifiers = identifiers;
        this.path = path;
        this.faults = faults;
    }

    /** @param path of the item or message that the lines belong to */
    static List<LineText> of(Block block, Set<String> identifiers, String path, Faults faults) {
        Assembly assembly = new Assembly(identifiers, path, faults);
        if (block.start() != null) {
            assembly.look(block.start());
        }
        block.lines().forEach(assembly::add);
        if (block.over() > 0) {
            TextLine last = block.lines().get(block.lines().size() - 1);
            faults.reject(
                    "CIMP-LIMIT",
                    new Pointer(path, last.number(), 1),
                    "",
                    "There are more than " + block.lines().size() + " lines: that is over the limit.",
                    "");
        }
        return assembly.lines;
    }

    private void add(TextLine line) {
        look(line);
        String plain = line.plain();
        boolean piece = !plain.startsWith("/")
                && !lines.isEmpty()
                && !known(plain)
                && last().text().length() < LONGEST_JOINED;
        if (piece && (TextLine.identifier(plain).isEmpty() || breaksOff())) {
            LineText before = lines.remove(lines.size() - 1);
            faults.reject(
                    "CIMP-WRAP",
                    new Pointer(path, line.number(), 1),
                    plain,
                    "The line begins neither with an identifier nor with a slant: the line before was broken in a wrong place. "
                            + "Break a line only in front of a slant, and begin what follows with that slant.",
                    "");
            lines.add(before.with(line));
        } else {
            lines.add(LineText.of(line));
        }
    }

    /** A line that ends in a slant goes on. */
    private boolean breaksOff() {
        return last().text().endsWith("/");
    }

    private LineText last() {
        return lines.get(lines.size() - 1);
    }

    private boolean known(String plain) {
        return identifiers.contains(TextLine.identifier(plain));
    }

    private void look(TextLine line) {
        String text = line.text();
        String plain = line.plain();
        if (line.over() || plain.length() > LONGEST) {
            faults.reject(
                    "CIMP-LINE-LENGTH",
                    new Pointer(path, line.number(), LONGEST + 1),
                    "",
                    "A line has at most " + LONGEST + " characters, this one has " + (line.over() ? "more than " : "")
                            + plain.length() + ": break it in front of a slant, or shorten it.",
                    "");
        }
        if (plain.length() < text.length()) {
            faults.warn(
                    "CIMP-TRAILING-BLANK",
                    new Pointer(path, line.number(), plain.length() + 1),
                    "",
                    "There are blanks at the end of the line: leave them out.");
        }
        if (line.gap() && !lines.isEmpty()) {
            faults.warn(
                    "CIMP-BLANK-LINE",
                    new Pointer(path, line.number() - 1, 1),
                    "",
                    "There is a blank line within the message: leave it out.");
        }
        characters(line);
        ends(line);
    }

    private void characters(TextLine line) {
        int lower = -1;
        int odd = -1;
        String text = line.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                faults.reject(
                        "CIMP-CHARACTER",
                        new Pointer(path, line.number(), i + 1),
                        "",
                        "The character 0x" + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)
                                + " cannot be sent: use the letters A to Z, digits, blank, point and hyphen.",
                        "");
                return;
            }
            lower = lower < 0 && c >= 'a' && c <= 'z' ? i : lower;
            odd = odd < 0 && !plain(c) ? i : odd;
        }
        if (lower >= 0) {
            faults.warn(
                    "CIMP-CASE",
                    new Pointer(path, line.number(), lower + 1),
                    "",
                    "There are small letters: they were read as capitals, which is what a telegram has.");
        }
        if (odd >= 0) {
            faults.warn(
                    "CIMP-CHARACTER",
                    new Pointer(path, line.number(), odd + 1),
                    text.substring(odd, odd + 1),
                    "This character is not among those of Cargo-IMP: not every system on the way will keep it.");
        }
    }

    private static boolean plain(char c) {
        return CharacterKind.digit(c) || CharacterKind.letter(c) || c >= 'a' && c <= 'z' || " ./-".indexOf(c) >= 0;
    }

    private void ends(TextLine line) {
        if (line.end().isEmpty()) {
            faults.warn(
                    "CIMP-NO-LINE-END",
                    new Pointer(path, line.number(), line.text().length() + 1),
                    "",
                    "The last line has no end: if the message was cut off, send it again.");
        }
        if (end.isEmpty()) {
            end = line.end();
        } else if (!mixed && !line.end().isEmpty() && !line.end().equals(end)) {
            mixed = true;
            faults.warn(
                    "CIMP-LINE-END",
                    new Pointer(path, line.number(), line.text().length() + 1),
                    line.end(),
                    "This line ends in " + line.end() + ", those before in " + end
                            + ": something on the way changes line ends.");
        }
    }
}
