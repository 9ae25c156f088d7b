package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Severity;
import org.customsgateway.message.StatusCode;

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
            "content",
            "cancels",
            "reference",
            "key",
            "facts",
            "interchange",
            "reply",
            "replies",
            "profile",
            "needs",
            "itemsPerReply",
            "suffix",
            "contentType",
            "leg",
            "match",
            "aliases",
            "returns",
            "rules");
    private static final Set<String> RULE_KEYS = Set.of("rule", "path", "check", "with", "severity", "text");
    private static final Set<String> TELLS = Stream.concat(
                    Arrays.stream(StatusCode.values()).map(StatusCode::name),
                    Stream.of(ReplyLine.REFUSED, ReplyLine.READ))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> LEGS = List.of("order", "payment", "logistics");

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
        if (!Syntaxes.NAMES.contains(reader)) {
            fault(yaml.line("reader"), "reader '" + reader + "' is none of " + Syntaxes.NAMES);
        }
        String item = yaml.text("item");
        YamlMap key = yaml.map("key");
        YamlMap recognise = yaml.map("recognise");
        YamlMap cancels = yaml.map("cancels");
        known(key, Set.of("id", "date"), "key.");
        known(cancels, Set.of("path", "values"), "cancels.");
        if (Syntaxes.NAMES.contains(reader)) {
            known(recognise, Syntaxes.signs(reader), "recognise.");
        }
        if (!item.isEmpty()) {
            needed(key, "id");
        }
        LinkReader links = new LinkReader(this);
        FormatFile format = new FormatFile(
                file,
                folder,
                needed(yaml, "title"),
                yaml.text("version"),
                reader,
                needed(yaml, "schema"),
                texts(recognise),
                item,
                path(yaml, "content"),
                path(cancels, "path"),
                cancels.texts("values"),
                path(yaml, "reference"),
                path(key, "id"),
                path(key, "date"),
                facts(yaml.map("facts")),
                facts(yaml.map("interchange")),
                replies(yaml, folder),
                profile(yaml.map("profile")),
                yaml.texts("needs"),
                number(yaml, "itemsPerReply", Integer.MAX_VALUE),
                yaml.text("suffix").isEmpty() ? "xml" : yaml.text("suffix"),
                contentType(yaml),
                rules(yaml.maps("rules")),
                leg(yaml),
                links.match(yaml.map("match")),
                yaml.texts("aliases"),
                links.returns(yaml.map("returns")));
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

    private String leg(YamlMap yaml) {
        String leg = yaml.text("leg");
        if (!leg.isEmpty() && !LEGS.contains(leg)) {
            fault(yaml.line("leg"), "leg '" + leg + "' is none of " + LEGS);
        }
        return leg;
    }

    private String contentType(YamlMap yaml) {
        String type = yaml.text("contentType");
        if (!type.isEmpty() && !type.matches("[a-z]+/[a-z0-9.+-]+")) {
            fault(yaml.line("contentType"), "contentType '" + type + "' is no media type: application/json");
        }
        return type;
    }

    private static Map<String, List<String>> texts(YamlMap yaml) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        yaml.keys().forEach(key -> texts.put(key, yaml.texts(key)));
        return texts;
    }

    private static Map<String, String> profile(YamlMap yaml) {
        Map<String, String> profile = new LinkedHashMap<>();
        yaml.keys().forEach(key -> profile.put(key, yaml.text(key)));
        return profile;
    }

    /** {@code reply: x} is short for one format that tells everything. */
    private List<ReplyLine> replies(YamlMap yaml, String folder) {
        List<ReplyLine> replies = new ArrayList<>();
        for (YamlMap line : yaml.maps("replies")) {
            known(line, Set.of("format", "tells", "or"), "replies.");
            Set<String> tells = new LinkedHashSet<>(line.texts("tells"));
            if (tells.remove("ALL")) {
                tells.addAll(TELLS);
                tells.remove(ReplyLine.READ);
            }
            tells.stream()
                    .filter(tell -> !TELLS.contains(tell))
                    .forEach(tell -> fault(
                            line.line("tells"),
                            "'" + tell + "' is no status, nor " + ReplyLine.REFUSED + ", " + ReplyLine.READ
                                    + " or ALL"));
            reply(line, needed(line, "format"), tells).ifPresent(replies::add);
        }
        if (replies.isEmpty()) {
            Set<String> tells = new LinkedHashSet<>(TELLS);
            tells.remove(ReplyLine.READ);
            String only = yaml.text("reply").isEmpty() ? folder : yaml.text("reply");
            reply(yaml, only, tells).ifPresent(replies::add);
        }
        return replies;
    }

    private Optional<ReplyLine> reply(YamlMap line, String format, Set<String> tells) {
        try {
            return Optional.of(new ReplyLine(
                    new FormatId(format),
                    tells,
                    line.texts("or").stream().map(FormatId::new).toList(),
                    line.line("format")));
        } catch (IllegalArgumentException e) {
            fault(line.line("format"), e.getMessage());
            return Optional.empty();
        }
    }

    private int number(YamlMap yaml, String key, int otherwise) {
        String written = yaml.text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        if (!written.matches("[1-9]\\d{0,8}")) {
            fault(yaml.line(key), key + " is not a number from 1 on");
            return otherwise;
        }
        return Integer.parseInt(written);
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

    SourcePath path(YamlMap yaml, String key) {
        return SourcePath.parse(yaml.text(key), yaml.line(key));
    }

    String needed(YamlMap yaml, String key) {
        if (yaml.text(key).isEmpty() && yaml.texts(key).isEmpty()) {
            fault(yaml.line(key), key + " is missing");
        }
        return yaml.text(key);
    }

    void known(YamlMap yaml, Set<String> keys, String prefix) {
        for (String key : yaml.keys()) {
            if (!keys.contains(key)) {
                fault(yaml.line(key), prefix + key + " is not a key of this file");
            }
        }
    }

    void fault(int line, String text) {
        faults.add(new BrokenFormat.Fault(file, line, text));
    }
}
