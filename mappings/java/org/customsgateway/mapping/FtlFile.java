package org.customsgateway.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template read as text: its target elements, expressions, directives and comments with their lines. FreeMarker compiles it
 * too; this is for following a value from its source to its target without running anything.
 *
 * @param name in the drawers
 * @param comments by line, the last one where there are several
 */
record FtlFile(String name, List<FtlNode> nodes, Map<Integer, String> comments) {

    static FtlFile parse(String name, String text) throws BrokenFormat {
        return new Reader(name, text).read();
    }

    /** Takes the text apart from front to back. */
    private static final class Reader {

        private static final Set<String> BLOCKS =
                Set.of("list", "items", "if", "macro", "function", "switch", "attempt", "sep", "compress", "escape");

        private final String name;
        private final String text;
        private final Map<Integer, String> comments = new HashMap<>();
        private final Deque<List<FtlNode>> open = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();
        private int at;
        private int line = 1;

        Reader(String name, String text) {
            this.name = name;
            this.text = text;
        }

        FtlFile read() throws BrokenFormat {
            List<FtlNode> top = new ArrayList<>();
            open.push(top);
            while (at < text.length()) {
                piece();
            }
            if (!names.isEmpty()) {
                throw new BrokenFormat(name, line, "'" + names.peek() + "' is not closed");
            }
            return new FtlFile(name, top, comments);
        }

        private void piece() throws BrokenFormat {
            if (text.startsWith("<#--", at)) {
                int from = line;
                String comment = upTo("<#--".length(), "-->");
                comments.put(from, comment.strip());
            } else if (text.startsWith("<!--", at)) {
                upTo("<!--".length(), "-->");
            } else if (text.startsWith("<?", at)) {
                upTo(2, "?>");
            } else if (text.startsWith("</#", at) || text.startsWith("</@", at)) {
                end(upTo(3, ">").strip());
            } else if (text.startsWith("<#", at)) {
                directive(FtlNode.Kind.DIRECTIVE);
            } else if (text.startsWith("<@", at)) {
                directive(FtlNode.Kind.CALL);
            } else if (text.startsWith("</", at)) {
                int from = line;
                add(FtlNode.Kind.CLOSE, local(upTo(2, ">").strip()), "", from);
            } else if (text.startsWith("${", at)) {
                int from = line;
                at += 2;
                add(FtlNode.Kind.INTERPOLATION, "", expression('}'), from);
            } else if (text.charAt(at) == '<') {
                element();
            } else {
                text();
            }
        }

        private void text() {
            int from = at;
            int fromLine = line;
            while (at < text.length() && text.charAt(at) != '<' && !text.startsWith("${", at)) {
                step();
            }
            if (!text.substring(from, at).isBlank()) {
                add(FtlNode.Kind.TEXT, "", text.substring(from, at).strip(), fromLine);
            }
        }

        private void element() throws BrokenFormat {
            int from = line;
            at++;
            String tag = expression('>');
            boolean closed = tag.endsWith("/");
            String whole = closed ? tag.substring(0, tag.length() - 1) : tag;
            String[] parts = whole.strip().split("\\s+", 2);
            add(FtlNode.Kind.OPEN, local(parts[0]), parts.length > 1 ? parts[1] : "", from);
            if (closed) {
                add(FtlNode.Kind.CLOSE, local(parts[0]), "", from);
            }
        }

        private void directive(FtlNode.Kind kind) throws BrokenFormat {
            int from = line;
            at += 2;
            String tag = expression('>');
            boolean closed = tag.endsWith("/");
            String whole = (closed ? tag.substring(0, tag.length() - 1) : tag).strip();
            String[] parts = whole.split("\\s+", 2);
            String parameters = parts.length > 1 ? parts[1].strip() : "";
            boolean assignment = Set.of("assign", "local", "global").contains(parts[0]);
            boolean block =
                    kind == FtlNode.Kind.CALL || BLOCKS.contains(parts[0]) || assignment && !parameters.contains("=");
            FtlNode node = add(kind, parts[0], parameters, from);
            if (block && !closed) {
                open.push(node.children());
                names.push((kind == FtlNode.Kind.CALL ? "@" : "#") + parts[0]);
            }
        }

        private void end(String closing) throws BrokenFormat {
            if (names.isEmpty()
                    || !closing.isEmpty() && !names.peek().substring(1).equals(closing)) {
                throw new BrokenFormat(name, line, "'" + closing + "' is closed and was not open");
            }
            names.pop();
            open.pop();
        }

        private FtlNode add(FtlNode.Kind kind, String nodeName, String nodeText, int from) {
            FtlNode node = new FtlNode(kind, nodeName, nodeText, from, new ArrayList<>());
            open.peek().add(node);
            return node;
        }

        /** Up to a closing mark that stands neither in a string nor in brackets. */
        private String expression(char close) throws BrokenFormat {
            int from = at;
            int start = line;
            int depth = 0;
            char quote = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (quote != 0) {
                    if (c == '\\') {
                        step();
                    } else if (text.startsWith("${", at)) {
                        at += 2;
                        expression('}'); // it may hold quotes of the same kind
                        continue;
                    } else if (c == quote) {
                        quote = 0;
                    }
                } else if (c == close && depth <= 0) {
                    step();
                    return text.substring(from, at - 1);
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '(' || c == '[' || c == '{') {
                    depth++;
                } else if (c == ')' || c == ']' || c == '}') {
                    depth--;
                }
                step();
            }
            throw new BrokenFormat(name, start, "'" + close + "' is missing");
        }

        private String upTo(int skip, String mark) throws BrokenFormat {
            int end = text.indexOf(mark, at + skip);
            if (end < 0) {
                throw new BrokenFormat(name, line, "'" + mark + "' is missing");
            }
            String inside = text.substring(at + skip, end);
            while (at < end + mark.length()) {
                step();
            }
            return inside;
        }

        private void step() {
            if (at < text.length() && text.charAt(at) == '\n') {
                line++;
            }
            at++;
        }

        private static String local(String qName) {
            return qName.substring(qName.indexOf(':') + 1);
        }
    }
}
