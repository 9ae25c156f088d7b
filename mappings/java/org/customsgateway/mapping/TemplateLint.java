package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mapping template may not do, found before it runs: reach out of its data, switch escaping off, or go on without an end
 * that is written in it.
 */
final class TemplateLint {

    private static final Set<String> DIRECTIVES = Set.of(
            "setting", "noautoesc", "outputformat", "autoesc", "ftl", "include", "visit", "recurse", "stop", "noparse");
    private static final Map<Pattern, String> EXPRESSIONS = Map.of(
            Pattern.compile("\\?\\s*(new|api|eval|eval_json|interpret|no_esc|absolute_template_name|lower_abc)\\b"),
            "?%s is not allowed in a mapping",
            Pattern.compile("\\?\\s*(string)\\b(?!\\s*[(\\[])"),
            "?%s is not needed: a value is text already",
            Pattern.compile(
                    "\\.(globals|namespace|main|template_name|now|output_format|vars|get_optional_template)\\b"),
            ".%s is not allowed in a mapping");
    private static final Pattern RANGE = Pattern.compile("\\.\\.([<!*]?)\\s*([0-9]{1,4}\\b)?");
    private static final Pattern PAD = Pattern.compile("\\?\\s*(?:left|right)_pad\\s*\\(\\s*(?!\\d{1,3}\\s*[,)])");

    private final FtlFile file;
    private final List<BrokenFormat.Fault> faults = new ArrayList<>();

    private TemplateLint(FtlFile file) {
        this.file = file;
    }

    static List<BrokenFormat.Fault> of(FtlFile file) {
        TemplateLint lint = new TemplateLint(file);
        file.nodes().forEach(lint::look);
        return lint.faults;
    }

    private void look(FtlNode node) {
        if (node.kind() == FtlNode.Kind.DIRECTIVE && DIRECTIVES.contains(node.name())) {
            fault(node, "<#" + node.name() + "> is not allowed in a mapping");
        }
        if (node.kind() != FtlNode.Kind.TEXT && !node.name().equals("import")) {
            look(node, bare(node.text()));
        }
        node.children().forEach(this::look);
    }

    private void look(FtlNode node, String expression) {
        EXPRESSIONS.forEach((pattern, words) -> {
            Matcher found = pattern.matcher(expression);
            if (found.find()) {
                fault(node, words.formatted(found.group(1)));
            }
        });
        Matcher range = RANGE.matcher(expression);
        while (range.find()) {
            boolean slice = expression.lastIndexOf('[', range.start()) > expression.lastIndexOf(']', range.start())
                    && !node.name().equals("list");
            if (range.group(2) == null && !slice) {
                fault(node, "a range needs an end written as a number");
            }
        }
        if (PAD.matcher(expression).find()) {
            fault(node, "padding needs a width written as a number");
        }
    }

    /** Without the strings in it, but with what is interpolated in them. */
    private static String bare(String expression) {
        return expression.replaceAll("\"(?:[^\"\\\\$]|\\\\.|\\$(?!\\{))*\"|'(?:[^'\\\\$]|\\\\.|\\$(?!\\{))*'", "\"\"");
    }

    private void fault(FtlNode node, String text) {
        faults.add(new BrokenFormat.Fault(file.name(), node.line(), text));
    }
}
