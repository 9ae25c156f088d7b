package org.customsgateway.mapping.cargoimp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.mapping.CountedStream;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.FormatFile;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.Scan;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** The first pass over a file: which messages are in it, whether each can be read as far as its items, how many items there are. */
final class FileScan {

    private static final int MOST_BAD_MESSAGES = 1000;

    private final FormatFile format;
    private final Grammar grammar;
    private final MessageReader reader;
    private final Limits limits;
    private final Map<Integer, List<Problem>> messages = new TreeMap<>();
    private final List<Problem> refusal = new ArrayList<>();
    private Element first;
    private int items;
    private Block open;
    private int itemsBefore;

    FileScan(FormatFile format, Grammar grammar, MessageReader reader, Limits limits) {
        this.format = format;
        this.grammar = grammar;
        this.reader = reader;
        this.limits = limits;
    }

    Scan run(Blocks blocks, CountedStream bytes) throws IOException {
        for (Block block = blocks.next(); block != null && refusal.isEmpty(); block = blocks.next()) {
            switch (block.kind()) {
                case STRAY -> {
                    closed();
                    stray(block);
                }
                case ENVELOPE -> {
                    closed();
                    open = block;
                    itemsBefore = items;
                    MessageReader.Tree tree = reader.message(block, 0);
                    first = first == null ? tree.envelope() : first;
                    note(block.message(), tree.problems());
                }
                case ITEM -> item(block);
            }
        }
        closed();
        if (bytes.over()) {
            refuse("The file is larger than " + limits.bytes() + " bytes: split it.", 0);
        }
        return result();
    }

    private void item(Block block) {
        items++;
        if (block.start() != null && first == null) {
            first = reader.message(block, 0).envelope();
        }
        if (items > limits.items()) {
            refuse(
                    "There are more than " + limits.items() + " items in it: split it.",
                    block.first().number());
        }
    }

    /** A message without any item says nothing. */
    private void closed() {
        if (open != null && items == itemsBefore) {
            Pointer pointer = new Pointer(
                    grammar.message() + "/" + format.item(), open.start().number(), 1);
            note(
                    open.message(),
                    List.of(problem(
                            "CIMP-MISSING", pointer, "", "There is no " + format.item() + " in the message: add it.")));
        }
        open = null;
    }

    private void stray(Block block) {
        TextLine line = block.start() != null ? block.start() : block.first();
        Pointer pointer = new Pointer(grammar.message(), line.number(), 1);
        String named = block.start() == null ? "" : TextLine.identifier(line.plain());
        String expected = grammar.message() + "/" + String.join(" or " + grammar.message() + "/", grammar.versions());
        if (named.equals(grammar.message())) {
            String text = "This version is not read here: send " + expected + ".";
            note(block.message(), List.of(problem("CIMP-VERSION", pointer, line.plain(), text)));
        } else if (!named.isEmpty()) {
            String text = "This message is not expected here: send " + expected + ".";
            note(block.message(), List.of(problem("CIMP-MESSAGE-TYPE", pointer, line.plain(), text)));
        } else {
            String text = "These lines belong to no message: a message begins with the line " + expected + ".";
            note(block.message(), List.of(problem("CIMP-NO-MESSAGE", pointer, line.plain(), text)));
        }
    }

    private void note(int message, List<Problem> problems) {
        if (!problems.isEmpty()) {
            messages.merge(message, problems, (before, more) -> {
                List<Problem> all = new ArrayList<>(before);
                all.addAll(more);
                return List.copyOf(all);
            });
        }
        if (messages.size() > MOST_BAD_MESSAGES) {
            refuse("There are problems in more than " + MOST_BAD_MESSAGES + " messages of the file.", 0);
        }
    }

    private void refuse(String text, int line) {
        refusal.add(problem("CIMP-LIMIT", new Pointer(grammar.message(), line, line == 0 ? 0 : 1), "", text));
    }

    private static Problem problem(String rule, Pointer pointer, String value, String text) {
        return new Problem(rule, Severity.REJECT, pointer, "", value, text, "");
    }

    private Scan result() {
        List<Problem> problems = new ArrayList<>(refusal);
        if (items == 0 && problems.isEmpty()) {
            messages.values().forEach(problems::addAll);
            messages.clear();
        }
        if (items == 0 && problems.isEmpty()) {
            String text = "There is no message in it: a message begins with the line " + grammar.message() + "/"
                    + String.join(" or " + grammar.message() + "/", grammar.versions()) + ".";
            problems.add(problem("CIMP-NO-MESSAGE", new Pointer(grammar.message(), 0, 0), "", text));
        }
        return Scan.of(format, first, items, problems, messages);
    }
}
