package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.YamlMap;

/** Reads the grammar of a message and says of every mistake in it where it stands. */
final class GrammarFile {

    private static final Set<String> KEYS = Set.of("message", "versions", "most", "lines");
    private static final Set<String> LINE_KEYS =
            Set.of("line", "element", "title", "occurs", "entries", "versions", "form", "lines", "anyOrder");
    private static final Pattern OCCURS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}|\\*))?");
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final String file;
    private final List<BrokenFormat.Fault> faults = new ArrayList<>();

    private GrammarFile(String file) {
        this.file = file;
    }

    static Grammar read(Drawers drawers, String file) throws BrokenFormat {
        if (!drawers.has(file)) {
            throw new BrokenFormat(file, 0, "the grammar is missing");
        }
        GrammarFile reading = new GrammarFile(file);
        YamlMap yaml = YamlMap.parse(file, drawers.file(file));
        reading.known(yaml, KEYS);
        Grammar grammar = new Grammar(
                file,
                yaml.text("message"),
                yaml.texts("versions"),
                yaml.text("most").matches("\\d{1,6}") ? Integer.parseInt(yaml.text("most")) : 0,
                reading.rules(yaml.maps("lines")));
        if (!grammar.message().matches("[A-Z]{3}")) {
            reading.fault(yaml.line("message"), "message is the identifier of a message, three letters");
        }
        if (!reading.faults.isEmpty()) {
            throw new BrokenFormat(reading.faults);
        }
        return grammar;
    }

    private List<LineRule> rules(List<YamlMap> yaml) {
        return yaml.stream().map(this::rule).toList();
    }

    private LineRule rule(YamlMap yaml) {
        known(yaml, LINE_KEYS);
        String identifier = yaml.text("line");
        int at = yaml.line(identifier.isEmpty() ? "form" : "line");
        if (!identifier.matches("([A-Z]{3})?")) {
            fault(at, "line is an identifier of three letters: '" + identifier + "'");
        }
        int[] occurs = range(yaml, "occurs", 1);
        Form form = form(yaml);
        boolean anyOrder = !yaml.maps("anyOrder").isEmpty();
        if (identifier.isEmpty() && form.parts().isEmpty()) {
            fault(at, "a line without an identifier needs a form");
        }
        return new LineRule(
                identifier,
                yaml.text("element").isEmpty() ? identifier : yaml.text("element"),
                yaml.text("title"),
                occurs[0],
                occurs[1],
                range(yaml, "entries", 1)[1],
                anyOrder,
                new LinkedHashSet<>(yaml.texts("versions")),
                form,
                rules(yaml.maps(anyOrder ? "anyOrder" : "lines")),
                file + ":" + at);
    }

    private Form form(YamlMap yaml) {
        try {
            return Notation.parse(yaml.text("form"));
        } catch (Notation.Mistake e) {
            fault(yaml.line("form"), "form: " + e.getMessage());
            return new Form(List.of());
        }
    }

    /** {@code 1}, {@code 0-1}, {@code 1-9}, {@code 0-*}. */
    private int[] range(YamlMap yaml, String key, int otherwise) {
        String written = yaml.text(key);
        if (written.isEmpty()) {
            return new int[] {otherwise, otherwise};
        }
        Matcher matcher = OCCURS.matcher(written);
        if (!matcher.matches()) {
            fault(yaml.line(key), key + " is a number or a range, as 0-1 or 1-*: '" + written + "'");
            return new int[] {otherwise, otherwise};
        }
        int least = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new int[] {least, least};
        }
        return new int[] {least, matcher.group(2).equals("*") ? UNBOUNDED : Integer.parseInt(matcher.group(2))};
    }

    private void known(YamlMap yaml, Set<String> keys) {
        for (String key : yaml.keys()) {
            if (!keys.contains(key)) {
                fault(yaml.line(key), "'" + key + "' is not a key of a grammar");
            }
        }
    }

    private void fault(int line, String text) {
        faults.add(new BrokenFormat.Fault(file, line, text));
    }
}
