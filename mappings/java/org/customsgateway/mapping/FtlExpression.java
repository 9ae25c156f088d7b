package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the places of the source that an expression of a template is made of. Operators only join what stands on both sides;
 * what a value is tested for is met too, but the value is not made of it.
 */
final class FtlExpression {

    /** Built-ins that tell of the loop, not of what it runs over. */
    private static final Set<String> OF_THE_LOOP = Set.of("index", "counter", "has_next", "is_first", "is_last");

    /** Names as they stand where the expression does. */
    interface Names {
        /** What a variable stands for; empty for one that has nothing to do with the source. */
        Set<SourceRef> variable(String name);

        /** What a call gives back, made of its arguments; null if the name is no function. */
        Set<SourceRef> call(String name, List<Set<SourceRef>> arguments);

        /** The same names and one more. */
        Names with(String name, Set<SourceRef> value);

        /** Something was named, used or only tested: any of these places. */
        void met(Set<SourceRef> places);
    }

    private final String text;
    private final Names names;
    private int at;

    private FtlExpression(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    static Set<SourceRef> of(String text, Names names) {
        return new FtlExpression(text, names).union("");
    }

    /** Up to one of the closing characters, which is passed. */
    private Set<SourceRef> union(String closing) {
        Set<SourceRef> found = new LinkedHashSet<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (closing.indexOf(c) >= 0) {
                break;
            } else if (c == '"' || c == '\'') {
                found.addAll(postfix(string(c)));
            } else if (c == '(' || c == '[' || c == '{') {
                at++;
                Set<SourceRef> inside = union(c == '(' ? ")" : c == '[' ? "]" : "}");
                at++;
                found.addAll(postfix(inside));
            } else if (c == '.' && text.startsWith(".data_model.", at)) {
                at += ".data_model.".length();
            } else if (Character.isJavaIdentifierStart(c)) {
                found.addAll(named());
            } else if (Character.isDigit(c)) {
                at++;
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)))) {
                    at++;
                }
            } else {
                at++;
            }
        }
        return found;
    }

    private Set<SourceRef> string(char quote) {
        Set<SourceRef> found = new LinkedHashSet<>();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith("${", at)) {
                at += 2;
                found.addAll(union("}"));
            }
            at++;
        }
        at++;
        return found;
    }

    private String identifier() {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private Set<SourceRef> named() {
        String name = identifier();
        skipBlanks();
        if (text.startsWith("->", at)
                || Set.of("true", "false", "gt", "gte", "lt", "lte", "as", "and", "or")
                        .contains(name)) {
            return Set.of();
        }
        if (peek('(')) {
            return postfix(call(name));
        }
        if (peek('.') && Character.isJavaIdentifierStart(next())) {
            int dot = at;
            at++;
            String second = identifier();
            skipBlanks();
            if (peek('(')) {
                return postfix(call(name + "." + second));
            }
            at = dot;
        }
        return postfix(names.variable(name));
    }

    private Set<SourceRef> call(String name) {
        List<Set<SourceRef>> arguments = arguments(names);
        Set<SourceRef> result = names.call(name, arguments);
        return result == null ? join(arguments) : result;
    }

    private List<Set<SourceRef>> arguments(Names inside) {
        List<Set<SourceRef>> arguments = new ArrayList<>();
        at++;
        while (at < text.length() && text.charAt(at) != ')') {
            FtlExpression argument = new FtlExpression(text, inside);
            argument.at = at;
            arguments.add(argument.union(",)"));
            at = argument.at;
            if (peek(',')) {
                at++;
            }
        }
        at++;
        return arguments;
    }

    /** What is asked of a value: children, attributes, built-ins. */
    private Set<SourceRef> postfix(Set<SourceRef> value) {
        Set<SourceRef> current = value;
        while (true) {
            skipBlanks();
            if (peek('.') && Character.isJavaIdentifierStart(next())) {
                at++;
                current = step(current, identifier());
            } else if (peek('[')) {
                current = bracket(current);
            } else if (peek('?') && next() == '?') {
                at += 2;
            } else if (peek('?')) {
                at++;
                String builtin = identifier();
                current = OF_THE_LOOP.contains(builtin) ? Set.of() : builtin(builtin, current);
            } else {
                names.met(current);
                return current;
            }
        }
    }

    private Set<SourceRef> bracket(Set<SourceRef> of) {
        at++;
        skipBlanks();
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (end > 0 && !text.substring(at, end).contains("${")) {
            String name = text.substring(at + 1, end);
            at = end + 1;
            union("]");
            at++;
            return step(of, name);
        }
        union("]");
        at++;
        return of;
    }

    private Set<SourceRef> builtin(String name, Set<SourceRef> of) {
        skipBlanks();
        if (!peek('(')) {
            return of;
        }
        names.met(of);
        int arrow = text.indexOf("->", at);
        int comma = text.indexOf(')', at);
        Names inside = names;
        if (arrow > 0 && arrow < comma) {
            inside = names.with(text.substring(at + 1, arrow).strip(), of);
        }
        List<Set<SourceRef>> arguments = arguments(inside);
        return switch (name) {
            case "then", "map", "switch" -> {
                Set<SourceRef> chosen = join(arguments);
                yield chosen.isEmpty() ? of : chosen; // constants chosen by it are made of it
            }
            case "filter", "take_while", "drop_while" -> of;
            default -> {
                Set<SourceRef> both = new LinkedHashSet<>(of);
                both.addAll(join(arguments));
                yield both;
            }
        };
    }

    private static Set<SourceRef> step(Set<SourceRef> from, String name) {
        Set<SourceRef> to = new LinkedHashSet<>();
        from.forEach(place -> to.add(place.step(name)));
        return to;
    }

    private static Set<SourceRef> join(List<Set<SourceRef>> sets) {
        Set<SourceRef> joined = new LinkedHashSet<>();
        sets.forEach(joined::addAll);
        return joined;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }
}
