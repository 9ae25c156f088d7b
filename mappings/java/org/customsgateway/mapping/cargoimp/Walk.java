package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.message.Pointer;

/** Goes over the lines of a block by the rules of its grammar, makes the tree of them, and says what is missing, wrong or too much. */
final class Walk {

    private final List<LineText> lines;
    private final Set<String> identifiers;
    private final String version;
    private final ItemPath paths;
    private final Faults faults;
    private int at;

    Walk(List<LineText> lines, Set<String> identifiers, String version, ItemPath paths, Faults faults) {
        this.lines = lines;
        this.identifiers = identifiers;
        this.version = version;
        this.paths = paths;
        this.faults = faults;
    }

    /** Lines of several kinds, into this element. */
    void all(List<LineRule> rules, Element into) {
        new Level(rules, false, into, null).run();
    }

    /** A first line, whose values and what follows are the element itself. */
    void one(LineRule rule, Element into) {
        LineText first = lines.get(at++);
        values(rule, first, rule.identifier().length(), into);
        new Level(rule.lines(), rule.anyOrder(), into, null).run();
    }

    private void values(LineRule rule, LineText line, int from, Element into) {
        Form.Reading reading = rule.form().read(line.text(), from);
        reading.found().forEach(found -> grow(found, line, into));
        for (Match.Failure failure : reading.failures()) {
            failed(failure, rule, line, into);
        }
    }

    private static void grow(Match.Found found, LineText line, Element into) {
        Element value = new Element(found.name(), into, line.line(found.from()), line.column(found.from()));
        value.text(line.text().substring(found.from(), found.to()).strip());
        into.add(value);
        found.inside().forEach(inner -> grow(inner, line, value));
    }

    private void failed(Match.Failure failure, LineRule rule, LineText line, Element into) {
        String text = line.text();
        boolean field = !failure.field().isEmpty();
        boolean missing = failure.at() >= text.length() || field && text.charAt(failure.at()) == '/';
        int end = field ? text.indexOf('/', failure.at()) : -1;
        String value = missing ? "" : text.substring(failure.at(), end < 0 ? text.length() : end);
        Pointer path = field ? paths.of(into, failure.field()) : paths.of(into);
        int place = Math.max(0, Math.min(failure.at(), text.length() - 1));
        int column = line.column(place) + failure.at() - place;
        String what = field ? "'" + failure.field() + "'" : rule.called();
        String how = !missing ? " is wrong: " : field ? " is missing: " : " is not complete: ";
        faults.reject(
                missing ? "CIMP-MISSING" : field ? "CIMP-FORMAT" : "CIMP-EXCESS",
                new Pointer(path.path(), line.line(place), column),
                value,
                what + how + failure.expected() + ".",
                rule.origin());
    }

    /** A line and the rule that takes it best. */
    private record Taker(Level level, int rule, int reached) {}

    /** Rules of which lines are being taken. */
    private final class Level {

        private final List<LineRule> rules;
        private final boolean anyOrder;
        private final Element into;
        private final Level outer;
        private final int[] counts;
        private int last = -1;
        private int current = -1;
        private int entries;

        Level(List<LineRule> all, boolean anyOrder, Element into, Level outer) {
            this.rules = all.stream().filter(rule -> rule.in(version)).toList();
            this.anyOrder = anyOrder;
            this.into = into;
            this.outer = outer;
            this.counts = new int[rules.size()];
        }

        void run() {
            while (at < lines.size()) {
                LineText line = lines.get(at);
                Taker taker = taker(line);
                if (taker == null) {
                    stray(line);
                } else if (taker.level() != this) {
                    break;
                } else {
                    take(taker.rule(), line);
                }
            }
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] < rules.get(i).least()) {
                    missing(rules.get(i));
                }
            }
        }

        private Taker taker(LineText line) {
            Taker best = null;
            for (Level level = this; level != null; level = level.outer) {
                for (int rule : level.candidates(line)) {
                    LineRule one = level.rules.get(rule);
                    if (!one.identifier().isEmpty() && !line.continues()) {
                        return new Taker(level, rule, 0);
                    }
                    int reached = one.form().read(line.text(), 0).reached();
                    if (best == null || reached > best.reached()) {
                        best = new Taker(level, rule, reached);
                    }
                }
            }
            return best;
        }

        private List<Integer> candidates(LineText line) {
            List<Integer> found = new ArrayList<>();
            String identifier = line.identifier();
            for (int i = 0; i < rules.size(); i++) {
                LineRule rule = rules.get(i);
                if (!rule.identifier().isEmpty() && rule.identifier().equals(identifier)) {
                    return List.of(i);
                }
                boolean kind = line.continues() ? rule.continues() : rule.bare() && !identifiers.contains(identifier);
                if (kind && counts[i] < rule.most() && (anyOrder || i >= last)) {
                    found.add(i);
                    if (!anyOrder && counts[i] < rule.least()) {
                        break; // it must stand here: nothing behind it can
                    }
                }
            }
            if (line.continues() && current >= 0 && rules.get(current).entries() > 1 && !found.contains(current)) {
                found.add(0, current);
            }
            return found;
        }

        private void take(int index, LineText line) {
            LineRule rule = rules.get(index);
            boolean entry = line.continues() && index == current && rule.entries() > 1;
            Element element = rule.element().isEmpty() ? into : new Element(rule.element(), into, line.line(0), 1);
            if (element != into) {
                into.add(element);
            }
            if (entry) {
                if (++entries > rule.entries()) {
                    tooMany(rule, rule.entries(), line, element);
                }
            } else {
                counted(index, rule, line, element);
            }
            current = index;
            at++;
            values(rule, line, rule.identifier().isEmpty() || line.continues() ? 0 : 3, element);
            if (!rule.lines().isEmpty()) {
                new Level(rule.lines(), rule.anyOrder(), element, this).run();
            }
        }

        private void counted(int index, LineRule rule, LineText line, Element element) {
            entries = 1;
            if (counts[index]++ >= rule.most()) {
                tooMany(rule, rule.most(), line, element);
            } else if (index < last && !anyOrder) {
                String text = rule.called() + " stands too late: it belongs before "
                        + rules.get(last).called() + ".";
                faults.reject("CIMP-ORDER", pointer(element, line), line.text(), text, rule.origin());
            }
            last = Math.max(last, index);
        }

        private void tooMany(LineRule rule, int most, LineText line, Element element) {
            String text = rule.called() + " may stand at most " + most + (most == 1 ? " time" : " times") + " here.";
            faults.reject("CIMP-TOO-MANY", pointer(element, line), line.text(), text, rule.origin());
        }

        private void missing(LineRule rule) {
            String name = rule.element().isEmpty() ? rule.form().named().get(0).name() : rule.element();
            faults.reject(
                    "CIMP-MISSING", paths.of(into, name), "", rule.called() + " is missing: add it.", rule.origin());
        }

        /** Lines that go on from a stray one are not told once more. */
        private void stray(LineText line) {
            String identifier = line.identifier();
            String rule = line.continues() ? "CIMP-CONTINUATION" : "CIMP-UNKNOWN-LINE";
            String text = line.continues()
                    ? "No line can go on here: the line that this belongs to is missing, or complete already."
                    : "'" + (identifier.isEmpty() ? line.text() : identifier)
                            + "' is no line of this message; if it goes on from the line before, begin it with a slant.";
            if (identifiers.contains(identifier)) {
                rule = "CIMP-ORDER";
                text = identifier + " may not stand here: it belongs elsewhere in the message.";
            }
            faults.reject(rule, pointer(line.continues() ? into : outermost(), line), line.text(), text, "");
            at++;
            while (at < lines.size() && lines.get(at).continues()) {
                at++;
            }
        }

        private Element outermost() {
            return outer == null ? into : outer.outermost();
        }

        private Pointer pointer(Element element, LineText line) {
            return new Pointer(paths.of(element).path(), line.line(0), 1);
        }
    }
}
