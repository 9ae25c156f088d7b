package org.customsgateway.mapping.cargoimp;

import org.customsgateway.mapping.Element;

/** What stands above the lines of a message: who sent the telegram to whom, and which message it is. */
final class HeadingTree {

    private HeadingTree() {}

    static void grow(Block block, Element root) {
        if (!block.heading().isEmpty()) {
            Element heading = new Element(Frame.HEADING, root, block.first().number(), 1);
            root.add(heading);
            block.heading().forEach(line -> heading(line, heading));
        }
        String start = block.start().plain();
        Element message = value(Frame.MESSAGE, start, block.start(), 0, root);
        value(Frame.TYPE, start.substring(0, 3), block.start(), 0, message);
        if (start.length() > 4) {
            value(Frame.VERSION, Blocks.version(start), block.start(), 4, message);
        }
    }

    private static void heading(TextLine line, Element into) {
        String plain = line.plain();
        if (plain.startsWith(".")) {
            value(Frame.SENDER, plain.substring(1, 8), line, 1, into);
            if (plain.length() > 9) {
                value(Frame.IDENTITY, plain.substring(9).strip(), line, 9, into);
            }
            return;
        }
        int at = 0;
        for (String word : plain.split(" ")) {
            value(word.length() == 2 ? Frame.PRIORITY : Frame.RECIPIENT, word, line, at, into);
            at += word.length() + 1;
        }
    }

    private static Element value(String name, String text, TextLine line, int at, Element into) {
        Element value = new Element(name, into, line.number(), at + 1);
        value.text(text);
        into.add(value);
        return value;
    }
}
