package org.customsgateway.mapping;

import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Those of the {@code fn} of templates that give back several things, where the others give back a text. */
final class Sequences {

    private Sequences() {}

    /**
     * {@code fn.grouped(items, "facts.message")}: the items in groups that have the same text at the end of the path, in the order in
     * which each of these texts came first.
     */
    static TemplateSequenceModel grouped(TemplateSequenceModel items, String path) throws TemplateModelException {
        Map<String, SimpleSequence> groups = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            groups.computeIfAbsent(text(items.get(i), path), key -> sequence()).add(items.get(i));
        }
        SimpleSequence all = sequence();
        groups.values().forEach(all::add);
        return all;
    }

    private static String text(TemplateModel from, String path) throws TemplateModelException {
        TemplateModel at = from;
        for (String step : path.split("\\.")) {
            at = at instanceof TemplateHashModel hash ? hash.get(step) : Absent.ABSENT;
        }
        return at instanceof TemplateScalarModel text ? text.getAsString() : at == null ? "" : at.toString();
    }

    /**
     * {@code fn.lines(text, n)}: the text in lines of at most n characters, broken at blanks where there are any; no line for an
     * empty text.
     */
    static TemplateSequenceModel lines(String text, int most) {
        SimpleSequence lines = sequence();
        String left = text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        while (left.length() > most) {
            int blank = left.lastIndexOf(' ', most);
            int end = blank > most / 2 ? blank : most;
            if (Character.isHighSurrogate(left.charAt(end - 1))) {
                end--;
            }
            lines.add(new SimpleScalar(left.substring(0, end).strip()));
            left = left.substring(end).strip();
        }
        if (!left.isEmpty()) {
            lines.add(new SimpleScalar(left));
        }
        return lines;
    }

    private static SimpleSequence sequence() {
        return new SimpleSequence(model -> (TemplateModel) model);
    }
}
