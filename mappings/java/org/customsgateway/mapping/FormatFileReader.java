package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.Severity;

/** Reads a {@code format.yaml} and says of every mistake in it where it stands. */
final class FormatFileReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "version",
            "reader",
            "schema",
            "recognise",
            "item",
            "reference",
            "key",
            "facts",
            "reply",
            "rules");
    private static final Set<String> RULE_KEYS = Set.of("rule", "path", "check", "with", "severity", "text");
    private static final Set<String> READERS = Set.of("xml");

    private final String file;
    private final List<BrokenFormat.Fault> faults = new ArrayList<>();

    private FormatFileReader(String file) {
        this.file = file;
    }

    static FormatFile read(Drawers drawers, String folder) throws BrokenFormat {
        String file = Drawers.MAPPINGS + folder + "/format.yaml";
        return new FormatFileReader(file).read(YamlMap.parse(file, drawers.file(file)), folder);
    }

    private FormatFile read(YamlMap yaml, String folder) throws BrokenFormat {
        known(yaml, KEYS, "");
        if (!needed(yaml, "id").equals(folder)) {
            fault(yaml.line("id"), "id must be the name of the folder, '" + folder + "'");
        }
        String reader = yaml.text("reader").isEmpty() ? "xml" : yaml.text("reader");
        if (!READERS.contains(reader)) {
            fault(yaml.line("reader"), "reader '" + reader + "' is none of " + READERS);
        }
        String item = yaml.text("item");
        YamlMap key = yaml.map("key");
        YamlMap recognise = yaml.map("recognise");
        known(key, Set.of("id", "date"), "key.");
        known(recognise, Set.of("namespace", "root"), "recognise.");
        if (!item.isEmpty()) {
            needed(key, "id");
            needed(recognise, "root");
        }
        FormatFile format = new FormatFile(
                file,
                folder,
                needed(yaml, "title"),
                yaml.text("version"),
                reader,
                needed(yaml, "schema"),
                recognise.text("namespace"),
                recognise.texts("root"),
                item,
                path(yaml, "reference"),
                path(key, "id"),
                path(key, "date"),
                facts(yaml.map("facts")),
                yaml.text("reply").isEmpty() ? folder : yaml.text("reply"),
                rules(yaml.maps("rules")));
        if (!faults.isEmpty()) {
            throw new BrokenFormat(faults);
        }
        return format;
    }

    private Map<String, SourcePath> facts(YamlMap yaml) {
        Map<String, SourcePath> facts = new LinkedHashMap<>();
        for (String name : yaml.keys()) {
            facts.put(name, path(yaml, name));
        }
        return facts;
    }

    private List<FormatFile.RuleLine> rules(List<YamlMap> yaml) {
        List<FormatFile.RuleLine> rules = new ArrayList<>();
        for (YamlMap rule : yaml) {
            known(rule, RULE_KEYS, "rules.");
            needed(rule, "rule");
            needed(rule, "path");
            String check = needed(rule, "check");
            String mistake = Checks.mistake(check, rule.text("with"));
            if (!check.isEmpty() && !mistake.isEmpty()) {
                fault(rule.line("check"), "rules.check: " + mistake);
            }
            rules.add(new FormatFile.RuleLine(
                    rule.text("rule"),
                    path(rule, "path"),
                    check,
                    rule.text("with"),
                    severity(rule),
                    rule.text("text"),
                    rule.line("rule")));
        }
        return rules;
    }

    private Severity severity(YamlMap rule) {
        String written = rule.text("severity").toUpperCase(Locale.ROOT);
        if (!Set.of("", "WARN", "REJECT").contains(written)) {
            fault(rule.line("severity"), "rules.severity is neither warn nor reject");
        }
        return written.equals("WARN") ? Severity.WARN : Severity.REJECT;
    }

    private SourcePath path(YamlMap yaml, String key) {
        return SourcePath.parse(yaml.text(key), yaml.line(key));
    }

    private String needed(YamlMap yaml, String key) {
        if (yaml.text(key).isEmpty() && yaml.texts(key).isEmpty()) {
            fault(yaml.line(key), key + " is missing");
        }
        return yaml.text(key);
    }

    private void known(YamlMap yaml, Set<String> keys, String prefix) {
        for (String key : yaml.keys()) {
            if (!keys.contains(key)) {
                fault(yaml.line(key), prefix + key + " is not a key of this file");
            }
        }
    }

    private void fault(int line, String text) {
        faults.add(new BrokenFormat.Fault(file, line, text));
    }
}
