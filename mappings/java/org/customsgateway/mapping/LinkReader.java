package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code match} and {@code returns} of a {@code format.yaml}: how items of the format belong to others. */
final class LinkReader {

    private final FormatFileReader file;

    LinkReader(FormatFileReader file) {
        this.file = file;
    }

    /** A path, or what becomes of it: {@code { path: …, code: …, as: day }}, or {@code { value: … }}. */
    Map<String, MatchValue> match(YamlMap yaml) {
        Map<String, MatchValue> values = new LinkedHashMap<>();
        for (String name : yaml.keys()) {
            YamlMap one = yaml.map(name);
            file.known(one, Set.of("path", "code", "as", "value"), "match." + name + ".");
            if (!Set.of("", "day").contains(one.text("as"))) {
                file.fault(one.line("as"), "match." + name + ".as is not day");
            }
            if (yaml.text(name).isEmpty()
                    && one.text("path").isEmpty() == one.text("value").isEmpty()) {
                file.fault(yaml.line(name), "match." + name + " is a path, or has a path or a value");
            }
            SourcePath path = one.text("path").isEmpty() ? file.path(yaml, name) : file.path(one, "path");
            values.put(
                    name,
                    new MatchValue(
                            path,
                            one.text("value"),
                            one.text("code"),
                            !one.text("as").isEmpty()));
        }
        return values;
    }

    ReturnNames returns(YamlMap yaml) {
        file.known(yaml, Set.of("when", "agree", "of"), "returns.");
        YamlMap when = yaml.map("when");
        file.known(when, Set.of("path", "values"), "returns.when.");
        List<ReturnNames.Line> lines = new ArrayList<>();
        for (YamlMap line : yaml.maps("of")) {
            file.known(line, Set.of("by", "id", "date", "where", "values"), "returns.of.");
            file.needed(line, "id");
            lines.add(new ReturnNames.Line(
                    file.needed(line, "by"),
                    file.path(line, "id"),
                    file.path(line, "date"),
                    line.text("where"),
                    line.texts("values")));
        }
        if (!yaml.keys().isEmpty() && lines.isEmpty()) {
            file.fault(yaml.line("of"), "returns.of is missing: by what number an item names what it came in with");
        }
        return new ReturnNames(file.path(when, "path"), when.texts("values"), yaml.texts("agree"), lines);
    }
}
