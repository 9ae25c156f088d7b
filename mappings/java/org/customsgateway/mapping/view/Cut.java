package org.customsgateway.mapping.view;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over a declaration of our own that copies what a view keeps, byte by byte. The document was validated before: it is
 * well-formed, and its namespaces are declared at elements that stay.
 */
final class Cut {

    private static final byte[] COMMENT = {'-', '-', '>'};
    private static final byte[] CDATA = {']', ']', '>'};

    private final byte[] in;
    private final ByteArrayOutputStream out;
    /** Of which a part is kept, from the outside in; the first is the document. */
    private final List<Branch> open = new ArrayList<>();
    /** Where the start tags of the innermost of those stand that are not written yet: what is empty then is not there. */
    private final List<int[]> pending = new ArrayList<>();
    /** How many elements are open of one that is kept, or left out, as a whole. */
    private int kept;

    private int left;

    private Cut(byte[] in, Branch document) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length);
        open.add(document);
    }

    static byte[] of(byte[] in, Branch document) {
        var cut = new Cut(in, document);
        cut.all();
        return cut.out.toByteArray();
    }

    private void all() {
        int at = 0;
        while (at < in.length) {
            int end = in[at] == '<' ? endOfMarkup(at) : endOfText(at);
            if (in[at] != '<' || in[at + 1] == '!' || in[at + 1] == '?') {
                text(at, end);
            } else if (in[at + 1] == '/') {
                ends(at, end);
            } else {
                starts(at, end);
            }
            at = end;
        }
    }

    private void starts(int from, int to) {
        int more = in[to - 2] == '/' ? 0 : 1;
        if (left > 0) {
            left += more;
            return;
        }
        if (kept > 0) {
            write(from, to);
            kept += more;
            return;
        }
        Branch branch = open.get(open.size() - 1).at(name(from + 1));
        if (branch == null) {
            left = more;
            return;
        }
        if (branch.isWhole()) {
            writePending();
            write(from, to);
            kept = more;
            return;
        }
        pending.add(new int[] {from, to});
        if (branch.stays()) {
            writePending();
        }
        if (more > 0) {
            open.add(branch);
        } else if (!pending.isEmpty()) {
            pending.remove(pending.size() - 1);
        }
    }

    private void ends(int from, int to) {
        if (left > 0) {
            left--;
        } else if (kept > 0) {
            write(from, to);
            kept--;
        } else {
            open.remove(open.size() - 1);
            if (pending.isEmpty()) {
                write(from, to);
            } else {
                pending.remove(pending.size() - 1);
            }
        }
    }

    /** In classes of which a part is kept there is nothing but white space. */
    private void text(int from, int to) {
        if (left == 0 && pending.isEmpty()) {
            write(from, to);
        }
    }

    private void writePending() {
        pending.forEach(tag -> write(tag[0], tag[1]));
        pending.clear();
    }

    private void write(int from, int to) {
        out.write(in, from, to - from);
    }

    private String name(int from) {
        int to = from;
        while (in[to] > ' ' && in[to] != '/' && in[to] != '>') {
            to++;
        }
        String name = new String(in, from, to - from, StandardCharsets.UTF_8);
        return name.substring(name.indexOf(':') + 1);
    }

    private int endOfText(int from) {
        int at = from;
        while (at < in.length && in[at] != '<') {
            at++;
        }
        return at;
    }

    private int endOfMarkup(int from) {
        if (in[from + 1] == '!') {
            return behind(in[from + 2] == '[' ? CDATA : COMMENT, from);
        }
        int at = from;
        byte quote = 0;
        while (quote != 0 || in[at] != '>') {
            if (in[at] == quote) {
                quote = 0;
            } else if (quote == 0 && (in[at] == '"' || in[at] == '\'')) {
                quote = in[at];
            }
            at++;
        }
        return at + 1;
    }

    private int behind(byte[] what, int from) {
        int at = from;
        while (in[at] != what[0] || in[at + 1] != what[1] || in[at + 2] != what[2]) {
            at++;
        }
        return at + what.length;
    }
}
