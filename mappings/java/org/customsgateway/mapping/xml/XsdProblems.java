package org.customsgateway.mapping.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.SchemaText;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/**
 * Turns what the schema validator said about one item, or about an envelope, into problems that a sender can act on. A
 * validator stops at the first wrong child of an element; so where it finds the children wrong, all of them are looked at.
 */
final class XsdProblems {

    /** More than anybody reads; it keeps a hopeless item from filling the memory. */
    static final int MOST = 1000;

    private static final Pattern NAMED_ATTRIBUTE = Pattern.compile("[Aa]ttribute '(?:[^':]*:)?([^']+)'");
    private static final Pattern EXPECTED = Pattern.compile("One of '\\{([^']*)}'");

    private final ItemPath paths;
    private final Set<Element> looked = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private XsdProblems(ItemPath paths) {
        this.paths = paths;
    }

    static List<Problem> of(List<XsdFault> faults, ItemPath paths) {
        if (faults.isEmpty()) {
            return List.of();
        }
        XsdProblems found = new XsdProblems(paths);
        for (int i = 0; i < faults.size() && found.problems.size() < MOST; i++) {
            XsdFault fault = faults.get(i);
            XsdFault next = i + 1 < faults.size() ? faults.get(i + 1) : null;
            boolean echoed = next != null && next.echo() && next.at() == fault.at() && !fault.echo();
            if (echoed && next.key().equals("cvc-attribute.3")) {
                found.value(fault, attribute(next));
            } else if (fault.echo() && i > 0 && faults.get(i - 1).at() == fault.at()) {
                continue;
            } else {
                found.add(fault);
            }
        }
        found.problems.sort(Comparator.comparingInt((Problem p) -> p.pointer().line())
                .thenComparingInt(p -> p.pointer().column()));
        return found.problems;
    }

    private void add(XsdFault fault) {
        Element at = fault.at();
        String name = "'" + at.name() + "'";
        switch (fault.key()) {
            case "cvc-complex-type.2.4.b" -> children(at, fault);
            case "cvc-complex-type.4" -> {
                String missing = attribute(fault);
                problem(
                        "XSD-REQUIRED",
                        paths.of(at, "@" + missing),
                        "",
                        name + " needs the attribute '" + missing + "'.",
                        at);
            }
            case "cvc-complex-type.3.2.2" -> {
                String unknown = attribute(fault);
                String value = at.attribute(unknown);
                problem(
                        "XSD-UNKNOWN",
                        paths.of(at, "@" + unknown),
                        value,
                        name + " has no attribute '" + unknown + "'.",
                        at);
            }
            case "cvc-complex-type.2.3" ->
                problem("XSD-TEXT", paths.of(at), at.text(), name + " may hold elements only, no text.", at);
            case "cvc-complex-type.2.1" -> problem("XSD-TEXT", paths.of(at), at.text(), name + " must be empty.", at);
            case "cvc-elt.3.1", "cvc-elt.3.2.1" ->
                problem("XSD-NIL", paths.of(at), at.text(), name + " may not be nil here.", at);
            default -> {
                if (fault.ofContent() && at.parent() != null) {
                    children(at.parent(), fault);
                } else if (fault.key().startsWith("cvc-id") || fault.key().startsWith("cvc-identity")) {
                    problem(
                            "XSD-UNIQUE",
                            paths.of(at),
                            at.text(),
                            name + " must be unique or refer to something that exists.",
                            at);
                } else {
                    value(fault, "");
                }
            }
        }
    }

    /** A value that its type refuses: of the element itself, or of one of its attributes. */
    private void value(XsdFault fault, String attribute) {
        Element at = fault.at();
        SchemaElement schema = paths.schema(at);
        SchemaText type = schema == null ? SchemaText.ANY : schema.content().text();
        String origin = schema == null ? "" : schema.origin();
        String name = at.name();
        String value = at.text();
        Pointer pointer = paths.of(at);
        if (!attribute.isEmpty()) {
            SchemaElement.Attribute declared =
                    schema == null ? null : schema.content().attributes().get(attribute);
            type = declared == null ? SchemaText.ANY : declared.text();
            origin = declared == null ? origin : declared.origin();
            name = name + "/@" + attribute;
            value = at.attribute(attribute);
            pointer = paths.of(at, "@" + attribute);
        }
        String facet = SchemaSentence.facet(fault.key());
        if (SchemaSentence.knows(facet)) {
            String limit = type.facet(facet).isEmpty() ? "see the schema" : type.facet(facet);
            add(
                    SchemaSentence.rule(facet),
                    pointer,
                    value,
                    SchemaSentence.text(name, facet, limit),
                    type.origins().getOrDefault(facet, origin));
        } else if (fault.key().startsWith("cvc-datatype-valid") && !type.base().isEmpty()) {
            add("XSD-TYPE", pointer, value, SchemaSentence.type(name, type), origin);
        } else {
            add("XSD-OTHER", pointer, value, fault.message(), origin);
        }
    }

    private void children(Element parent, XsdFault fault) {
        if (!looked.add(parent)) {
            return;
        }
        SchemaElement schema = paths.schema(parent);
        int before = problems.size();
        if (schema != null && schema.content().plain() && !schema.content().open()) {
            for (SchemaElement expected : schema.content().children()) {
                counted(parent, expected);
            }
            for (Element child : parent.children()) {
                if (problems.size() < MOST && schema.child(child.name()) == null) {
                    problem(
                            "XSD-UNKNOWN",
                            paths.of(child),
                            child.text(),
                            "'" + child.name() + "' is not known in '" + parent.name() + "': remove it.",
                            parent);
                }
            }
        }
        if (problems.size() == before) {
            misplaced(parent, fault);
        }
    }

    private void counted(Element parent, SchemaElement expected) {
        List<Element> there = parent.children(expected.name());
        int count = parent.count(expected.name());
        if (count < expected.least()) {
            String text = "'" + expected.name() + "' is missing in '" + parent.name() + "': add it.";
            add("XSD-REQUIRED", paths.of(parent, expected.name()), "", text, expected.origin());
        } else if (count > expected.most() && !there.isEmpty()) {
            Element over = there.get(Math.min(expected.most(), there.size() - 1));
            String text = "'" + expected.name() + "' may occur at most " + expected.most() + " times in '"
                    + parent.name() + "'.";
            add("XSD-TOO-MANY", paths.of(over), over.text(), text, expected.origin());
        }
    }

    private void misplaced(Element parent, XsdFault fault) {
        Matcher braces = EXPECTED.matcher(fault.message());
        String expected = braces.find() ? braces.group(1).replaceAll("\"[^\"]*\":", "") : "";
        String hint = expected.isEmpty() ? "" : ", expected " + expected;
        if (fault.at() == parent) {
            problem(
                    "XSD-REQUIRED",
                    paths.of(parent),
                    "",
                    "'" + parent.name() + "' is not complete" + hint + ".",
                    parent);
        } else {
            String text = "'" + fault.at().name() + "' may not stand here" + hint + ": mind order and namespace.";
            problem("XSD-ORDER", paths.of(fault.at()), fault.at().text(), text, parent);
        }
    }

    private static String attribute(XsdFault fault) {
        Matcher named = NAMED_ATTRIBUTE.matcher(fault.message());
        return named.find() ? named.group(1) : "";
    }

    private void problem(String rule, Pointer pointer, String value, String text, Element declared) {
        SchemaElement schema = paths.schema(declared);
        add(rule, pointer, value, text, schema == null ? "" : schema.origin());
    }

    private void add(String rule, Pointer pointer, String value, String text, String origin) {
        if (problems.size() < MOST) {
            problems.add(new Problem(rule, Severity.REJECT, pointer, "", value, text, origin));
        }
    }
}
