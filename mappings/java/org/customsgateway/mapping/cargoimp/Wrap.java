package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.Element;

/** Spreads a text that is too long for its field over several entries of its line, between words. */
final class Wrap {

    private Wrap() {}

    static List<Element> all(List<Element> elements, LineRule rule) {
        List<Part.Named> values = rule.form().named();
        if (rule.entries() < 2 && rule.most() < 2 || values.isEmpty()) {
            return elements;
        }
        if (!(values.get(values.size() - 1).part() instanceof Part.Field last)
                || last.kind() == null
                || !last.kind().ofLines()) {
            return elements;
        }
        List<Element> wrapped = new ArrayList<>();
        for (Element element : elements) {
            List<Element> texts = element.children(last.name());
            String text = texts.isEmpty() ? "" : last.kind().fitted(texts.get(0).text());
            for (String piece : pieces(text, last.most())) {
                wrapped.add(with(element, last.name(), piece));
            }
        }
        return wrapped.size() > rule.entries() && rule.entries() > 1 ? wrapped.subList(0, rule.entries()) : wrapped;
    }

    private static Element with(Element element, String name, String text) {
        Element copy = new Element(element.name(), element.parent(), 0, 0);
        for (Element child : element.children()) {
            if (!child.name().equals(name)) {
                copy.add(child);
            }
        }
        Element value = new Element(name, copy, 0, 0);
        value.text(text);
        copy.add(value);
        return copy;
    }

    /** At least one, each of at most so many characters. */
    static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String left = text;
        while (left.length() > most) {
            int blank = left.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            pieces.add(left.substring(0, end).strip());
            left = left.substring(end).strip();
        }
        pieces.add(left);
        return pieces;
    }
}
