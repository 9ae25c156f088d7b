package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation of forms: <code>/{Name t1-35}[/{State t1-9}](Contact: /{Identifier m1-3}/{Number t1-25})*0-3</code>. Braces hold a
 * value, its name and what it is: words, or a kind of characters with how many of them (<code>{Value d1-12|NVD}</code>); brackets what
 * may be left out; parentheses what belongs together, with a name if it is an element of its own, <code>|</code> between
 * alternatives, <code>*9</code> or <code>*0-9</code> behind them if it repeats. Everything else stands in the line as it is.
 */
final class Notation {

    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z]\\w*) ([^{}]+)}");
    private static final Pattern KIND = Pattern.compile("([anmtdx])([1-9]\\d*)(?:-([1-9]\\d*))?");
    private static final Pattern WORD = Pattern.compile("[A-Z0-9]+");
    private static final Pattern GROUP = Pattern.compile("\\(([A-Z]\\w*): ?");
    private static final Pattern TIMES = Pattern.compile("\\*(?:(\\d+)-)?(\\d+)");
    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9/. -]+");

    /** The notation is wrong. */
    static final class Mistake extends Exception {
        Mistake(String text) {
            super(text, null, false, false);
        }
    }

    private final String written;
    private int at;

    private Notation(String written) {
        this.written = written;
    }

    static Form parse(String written) throws Mistake {
        Notation notation = new Notation(written);
        Part whole = notation.alternatives();
        if (notation.at < written.length()) {
            throw notation.mistake("'" + written.charAt(notation.at) + "' is not expected");
        }
        return new Form(whole instanceof Part.Sequence sequence ? sequence.parts() : List.of(whole));
    }

    private Part alternatives() throws Mistake {
        List<Part> all = new ArrayList<>();
        all.add(sequence());
        while (is('|')) {
            at++;
            all.add(sequence());
        }
        return all.size() == 1 ? all.get(0) : new Part.Choice(all);
    }

    private Part sequence() throws Mistake {
        List<Part> parts = new ArrayList<>();
        while (at < written.length() && ")]|".indexOf(written.charAt(at)) < 0) {
            parts.add(part());
        }
        return new Part.Sequence(parts);
    }

    private Part part() throws Mistake {
        if (is('{')) {
            return field();
        } else if (is('[')) {
            at++;
            return new Part.Repeat(closed(']'), 0, 1);
        } else if (is('(')) {
            return group();
        }
        Matcher plain = here(PLAIN);
        if (plain == null) {
            throw mistake("'" + written.charAt(at) + "' has no meaning");
        }
        return literal(plain.group());
    }

    /** A slant is a part of its own: a reader begins anew there after a fault. */
    private Part literal(String text) {
        int slant = text.indexOf('/', 1);
        if (slant > 0) {
            at -= text.length() - slant;
            return new Part.Literal(text.substring(0, slant));
        }
        return new Part.Literal(text);
    }

    private Part group() throws Mistake {
        Matcher named = here(GROUP);
        if (named == null) {
            at++;
        }
        Part inside = closed(')');
        Part group = named == null ? inside : new Part.Group(named.group(1), inside);
        Matcher times = here(TIMES);
        if (times == null) {
            return group;
        }
        int least = times.group(1) == null ? 1 : Integer.parseInt(times.group(1));
        return new Part.Repeat(group, least, Integer.parseInt(times.group(2)));
    }

    private Part closed(char by) throws Mistake {
        Part inside = alternatives();
        if (!is(by)) {
            throw mistake("'" + by + "' is missing");
        }
        at++;
        return inside;
    }

    private Part field() throws Mistake {
        Matcher field = here(FIELD);
        if (field == null) {
            throw mistake("a value is written {Name t1-35}");
        }
        Set<String> words = new LinkedHashSet<>();
        CharacterKind kind = null;
        int least = 0;
        int most = 0;
        for (String one : field.group(2).split("\\|")) {
            Matcher size = KIND.matcher(one);
            if (size.matches()) {
                kind = CharacterKind.of(one.charAt(0));
                least = Integer.parseInt(size.group(2));
                most = size.group(3) == null ? least : Integer.parseInt(size.group(3));
            } else if (WORD.matcher(one).matches()) {
                words.add(one);
            } else {
                throw mistake("'" + one
                        + "' is neither a word nor a kind of characters (a, n, m, t, d, x) with how many of them");
            }
        }
        return new Part.Field(field.group(1), words, kind, least, most);
    }

    private boolean is(char c) {
        return at < written.length() && written.charAt(at) == c;
    }

    private Matcher here(Pattern pattern) {
        Matcher matcher = pattern.matcher(written).region(at, written.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private Mistake mistake(String text) {
        return new Mistake(text + " (character " + (at + 1) + " of " + written + ")");
    }
}
