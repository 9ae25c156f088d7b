package org.customsgateway.mapping.cargoimp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a file into blocks: messages by the line that names them, items by the line that begins one. Holds one block at a time. */
final class Blocks {

    private static final Pattern START = Pattern.compile("[A-Z]{3}/\\d{1,3}");
    /** Priority and addresses of a Type B telegram (IATA/A4A Type B: {@code QK YVRFMAC}). */
    private static final Pattern ADDRESSES = Pattern.compile("Q[A-Z]( [A-Z0-9]{7})+");

    private static final Pattern MORE_ADDRESSES = Pattern.compile("[A-Z0-9]{7}( [A-Z0-9]{7})*");
    private static final Pattern SENDER = Pattern.compile("\\.[A-Z0-9]{7}( .*)?");

    private final TextLines in;
    private final Grammar grammar;
    private final Set<String> identifiers;
    private final String itemLine;
    private final int mostLines;
    private TextLine ahead;
    private int message;
    private Block.Kind within = Block.Kind.STRAY;

    /**
     * @param itemLine identifier of the line that begins an item; empty where the whole message is one
     * @param mostLines that are kept of a block
     */
    Blocks(TextLines in, Grammar grammar, String itemLine, int mostLines) throws IOException {
        this.in = in;
        this.grammar = grammar;
        this.identifiers = grammar.identifiers();
        this.itemLine = itemLine;
        this.mostLines = mostLines;
        this.ahead = in.next();
    }

    /** The next one, or null at the end. */
    Block next() throws IOException {
        if (ahead == null) {
            return null;
        }
        List<TextLine> heading = heading();
        if (heading.isEmpty() && within == Block.Kind.ENVELOPE && begins(ahead.plain())) {
            return gathered(Block.Kind.ITEM, heading, null);
        }
        return message(heading);
    }

    private Block message(List<TextLine> heading) throws IOException {
        message++;
        TextLine start = null;
        if (ahead != null && starts(ahead.plain())) {
            start = ahead;
            ahead = in.next();
        }
        boolean ours = start != null && expected(start.plain());
        within = ours ? Block.Kind.ENVELOPE : Block.Kind.STRAY;
        Block.Kind kind = ours && itemLine.isEmpty() ? Block.Kind.ITEM : within;
        return gathered(kind, heading, start);
    }

    private Block gathered(Block.Kind kind, List<TextLine> heading, TextLine start) throws IOException {
        List<TextLine> lines = new ArrayList<>();
        int over = 0;
        boolean first = kind == Block.Kind.ITEM && start == null;
        while (ahead != null && (first || !ends(ahead.plain()))) {
            first = false;
            if (lines.size() < mostLines && (kind != Block.Kind.STRAY || lines.isEmpty())) {
                lines.add(ahead);
            } else {
                over++;
            }
            ahead = in.next();
        }
        return new Block(kind, message, heading, start, lines, over);
    }

    private boolean ends(String plain) {
        return starts(plain) || opens(plain) || within == Block.Kind.ENVELOPE && begins(plain);
    }

    private List<TextLine> heading() throws IOException {
        List<TextLine> heading = new ArrayList<>();
        while (ahead != null
                && (opens(ahead.plain())
                        || !heading.isEmpty()
                                && MORE_ADDRESSES.matcher(ahead.plain()).matches())) {
            heading.add(ahead);
            ahead = in.next();
        }
        return heading;
    }

    private static boolean opens(String plain) {
        return ADDRESSES.matcher(plain).matches() || SENDER.matcher(plain).matches();
    }

    private boolean begins(String plain) {
        return !itemLine.isEmpty() && TextLine.identifier(plain).equals(itemLine);
    }

    /** Names a message: this one in any version, or another that is known not to be a line of this one. */
    private boolean starts(String plain) {
        String named = TextLine.identifier(plain);
        boolean numbered = START.matcher(plain).matches() || plain.length() == 3;
        return numbered
                && (named.equals(grammar.message()) || Frame.KNOWN.contains(named) && !identifiers.contains(named));
    }

    private boolean expected(String plain) {
        return TextLine.identifier(plain).equals(grammar.message())
                && (grammar.versions().isEmpty()
                        ? plain.length() == 3
                        : grammar.versions().contains(version(plain)));
    }

    static String version(String plain) {
        return plain.length() > 4 ? plain.substring(4) : "";
    }
}
