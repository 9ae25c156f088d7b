package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;

/** A rule beyond the schema, ready to be held against items. */
record Rule(FormatFile.RuleLine line, Predicate<String> check, String file) {

    /** Every place where it is broken. What is missing or empty breaks no rule but {@code notBlank}. */
    List<Problem> problems(Element item, ItemPath paths) {
        List<Problem> found = new ArrayList<>();
        if (line.check().equals("notBlank")) {
            blank(item, paths, found);
            return found;
        }
        boolean attribute = line.path().last().startsWith("@");
        String name = line.path().last().substring(attribute ? 1 : 0);
        for (Element element : line.path().all(item)) {
            String value = attribute ? element.attribute(name) : element.text();
            if (!value.isEmpty() && !check.test(value)) {
                found.add(problem(attribute ? paths.of(element, "@" + name) : paths.of(element), value));
            }
        }
        return found;
    }

    private void blank(Element item, ItemPath paths, List<Problem> found) {
        List<String> steps = line.path().steps();
        SourcePath around = new SourcePath(false, steps.subList(0, steps.size() - 1), 0);
        for (Element parent : around.all(item)) {
            List<Element> there = parent.children(line.path().last());
            if (there.isEmpty()) {
                found.add(problem(paths.of(parent, line.path().last()), ""));
            }
            there.stream().filter(Element::blank).forEach(empty -> found.add(problem(paths.of(empty), "")));
        }
    }

    private Problem problem(Pointer pointer, String value) {
        String text = line.text().isEmpty()
                ? "'" + line.path().last() + "' breaks the rule " + line.rule() + "."
                : line.text();
        return new Problem(line.rule(), line.severity(), pointer, "", value, text, file + ":" + line.line());
    }
}
