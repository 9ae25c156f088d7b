package org.customsgateway.mapping.cargoimp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.message.Problem;

/**
 * Makes lines of a tree in the words of a grammar. What does not fit on a line goes on on the next where the grammar allows entries; what
 * is longer than a message may be becomes several messages. All that is written is read again by the grammar.
 */
final class MessageWriter {

    private static final String END = "\r\n";

    /** @param rule the last one may be spread over several messages */
    private record Written(LineRule rule, List<String> lines) {}

    private final Grammar grammar;
    private final SchemaElement schema;
    private final String version;

    MessageWriter(Grammar grammar, SchemaElement schema) {
        this(
                grammar,
                schema,
                grammar.versions().isEmpty()
                        ? ""
                        : grammar.versions().get(grammar.versions().size() - 1));
    }

    MessageWriter(Grammar grammar, SchemaElement schema, String version) {
        this.grammar = grammar;
        this.schema = schema;
        this.version = version;
    }

    byte[] write(Element tree) {
        if (!tree.name().equals(grammar.message())) {
            throw new InvalidReply("the tree is a " + tree.name() + ", not a " + grammar.message());
        }
        List<Written> head = new ArrayList<>();
        for (LineRule rule : grammar.lines()) {
            if (rule.in(version)) {
                head.add(new Written(rule, lines(rule, tree)));
            }
        }
        List<String> messages = new ArrayList<>();
        for (List<String> lines : split(head)) {
            check(lines);
            messages.add(text(lines));
        }
        return String.join(END, messages).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String start() {
        return version.isEmpty() ? grammar.message() : grammar.message() + "/" + version;
    }

    private String text(List<String> lines) {
        return start() + END + String.join(END, lines) + END;
    }

    /** The lines of a rule that a tree has, with those below each. */
    List<String> lines(LineRule rule, Element from) {
        return lines(rule, from, 0);
    }

    /** @param written how many elements of its name stand on a line before already */
    private List<String> lines(LineRule rule, Element from, int written) {
        List<String> lines = new ArrayList<>();
        for (Element element : elements(rule, from, written)) {
            boolean entry = !lines.isEmpty() && rule.entries() > 1;
            Pen pen = new Pen(element, entry ? "" : rule.identifier());
            if (fill(pen, rule) || !rule.element().isEmpty()) {
                lines.add(pen.line());
            }
            for (LineRule below : rule.lines()) {
                if (below.in(version)) {
                    lines.addAll(lines(below, element, pen.taken(below.element())));
                }
            }
        }
        return lines;
    }

    private static List<Element> elements(LineRule rule, Element from, int written) {
        if (rule.element().isEmpty()) {
            return List.of(from);
        }
        List<Element> all = from.children(rule.element());
        return Wrap.all(all.subList(Math.min(written, all.size()), all.size()), rule);
    }

    private static boolean fill(Pen pen, LineRule rule) {
        boolean filled = false;
        for (Part part : rule.form().parts()) {
            filled |= part.write(pen);
        }
        return filled;
    }

    /** The lines of the last rule that has several are what is spread; all others stand in every message. */
    private List<List<String>> split(List<Written> all) {
        List<String> whole = all.stream().flatMap(one -> one.lines().stream()).toList();
        int last = all.size() - 1;
        while (last >= 0 && all.get(last).lines().size() < 2) {
            last--;
        }
        if (last < 0 || grammar.most() == 0 || text(whole).length() <= grammar.most()) {
            return List.of(whole);
        }
        List<List<String>> messages = new ArrayList<>();
        List<String> some = new ArrayList<>();
        for (String line : all.get(last).lines()) {
            some.add(line);
            if (some.size() > 1 && text(with(all, last, some)).length() > grammar.most()) {
                some.remove(some.size() - 1);
                messages.add(with(all, last, some));
                some = new ArrayList<>(List.of(identified(line, all.get(last).rule())));
            }
        }
        messages.add(with(all, last, some));
        return messages;
    }

    private static String identified(String line, LineRule rule) {
        return line.startsWith("/") ? rule.identifier() + line : line;
    }

    private static List<String> with(List<Written> all, int place, List<String> some) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.addAll(i == place ? some : all.get(i).lines());
        }
        return lines;
    }

    private void check(List<String> written) {
        Faults faults = new Faults();
        Element root = new Element(grammar.message(), null, 1, 1);
        List<LineText> lines = new ArrayList<>();
        for (String line : written) {
            TextLine text = new TextLine(line, lines.size() + 2, "CRLF", false, false);
            if (line.length() > Assembly.LONGEST) {
                throw new InvalidReply("a line has " + line.length() + " characters: " + line);
            }
            lines.add(LineText.of(text));
        }
        ItemPath paths = new ItemPath(schema, root, 0);
        new Walk(lines, grammar.identifiers(), version, paths, faults).all(grammar.lines(), root);
        for (Problem problem : faults.all()) {
            throw new InvalidReply(problem.pointer() + ": " + problem.text());
        }
    }
}
