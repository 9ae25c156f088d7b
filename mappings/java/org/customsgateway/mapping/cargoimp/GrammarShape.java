package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.SchemaText;
import org.customsgateway.mapping.Syntax;

/** The shape that a grammar gives to its messages. */
final class GrammarShape implements Syntax.Shape {

    private final Grammar grammar;
    private final SchemaElement root;

    GrammarShape(Grammar grammar) {
        this.grammar = grammar;
        this.root = new SchemaElement(grammar.message(), "", 1, 1, grammar.file() + ":1", "", () -> {
            List<SchemaElement> children = new ArrayList<>(frame());
            children.addAll(children(List.of(), grammar.lines()));
            return content(children);
        });
    }

    @Override
    public SchemaElement root(String name) {
        return root.name().equals(name) ? root : null;
    }

    @Override
    public List<String> files() {
        return List.of(grammar.file());
    }

    /** What every message has, whatever its grammar says. */
    private List<SchemaElement> frame() {
        return List.of(
                element(
                        Frame.HEADING,
                        0,
                        1,
                        List.of(
                                element(Frame.PRIORITY, 0, 1, List.of()),
                                element(Frame.RECIPIENT, 0, Integer.MAX_VALUE, List.of()),
                                element(Frame.SENDER, 0, 1, List.of()),
                                element(Frame.IDENTITY, 0, 1, List.of()))),
                element(
                        Frame.MESSAGE,
                        1,
                        1,
                        List.of(element(Frame.TYPE, 1, 1, List.of()), element(Frame.VERSION, 0, 1, List.of()))));
    }

    private SchemaElement element(String name, int least, int most, List<SchemaElement> children) {
        return new SchemaElement(name, "", least, most, grammar.file() + ":1", "", () -> content(children));
    }

    private static SchemaElement.Content content(List<SchemaElement> children) {
        return new SchemaElement.Content(children, true, false, Map.of(), SchemaText.ANY);
    }

    /** The values of these forms and the lines below, those of one name (from several versions) as one. */
    private static List<SchemaElement> children(List<LineRule> forms, List<LineRule> lines) {
        Map<String, List<Source>> named = new LinkedHashMap<>();
        forms.forEach(rule -> values(rule, named));
        for (LineRule rule : lines) {
            if (rule.element().isEmpty()) {
                values(rule, named);
            } else {
                named.computeIfAbsent(rule.element(), name -> new ArrayList<>()).add(new Source(rule, null));
            }
        }
        return named.entrySet().stream()
                .map(one -> merged(one.getKey(), one.getValue()))
                .toList();
    }

    private static void values(LineRule rule, Map<String, List<Source>> into) {
        rule.form()
                .named()
                .forEach(value -> into.computeIfAbsent(value.name(), name -> new ArrayList<>())
                        .add(new Source(rule, value)));
    }

    /** Where an element comes from: a line, or a value of a line. */
    private record Source(LineRule rule, Part.Named value) {
        boolean optional() {
            return value == null ? rule.least() == 0 : value.optional();
        }

        boolean repeated() {
            return value == null ? rule.most() > 1 || rule.entries() > 1 : value.repeated();
        }
    }

    private static SchemaElement merged(String name, List<Source> sources) {
        boolean optional = sources.size() > 1 || sources.get(0).optional();
        boolean repeated = sources.stream().anyMatch(Source::repeated);
        return new SchemaElement(
                name,
                "",
                optional ? 0 : 1,
                repeated ? Integer.MAX_VALUE : 1,
                sources.get(0).rule().origin(),
                "",
                () -> content(inside(sources)));
    }

    private static List<SchemaElement> inside(List<Source> sources) {
        List<LineRule> forms = new ArrayList<>();
        List<LineRule> lines = new ArrayList<>();
        Map<String, SchemaElement> found = new LinkedHashMap<>();
        for (Source source : sources) {
            if (source.value() == null) {
                forms.add(source.rule());
                lines.addAll(source.rule().lines());
            } else if (source.value().part() instanceof Part.Group group) {
                LineRule group0 = of(source.rule(), new Form(List.of(group.part())));
                children(List.of(group0), List.of()).forEach(child -> found.putIfAbsent(child.name(), child));
            }
        }
        children(forms, lines).forEach(child -> found.putIfAbsent(child.name(), child));
        return List.copyOf(found.values());
    }

    private static LineRule of(LineRule rule, Form form) {
        return new LineRule("", "", "", 1, 1, 1, false, rule.versions(), form, List.of(), rule.origin());
    }
}
