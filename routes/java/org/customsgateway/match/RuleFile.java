package org.customsgateway.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.YamlMap;
import org.customsgateway.message.StatusCode;

/** Reads {@code rules.yaml} and says of every mistake in it where it stands. */
final class RuleFile {

    private static final Set<String> KEYS =
            Set.of("rule", "check", "of", "minus", "within", "unless", "severity", "status", "code", "text");
    private static final Set<Operator> ONCE = EnumSet.range(Operator.MISSING, Operator.QUALITY);

    private final String file;
    private final Faults faults;

    private RuleFile(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    static List<Rule> read(String file, String text, Faults faults) {
        try {
            YamlMap top = YamlMap.parse(file, text.getBytes(StandardCharsets.UTF_8));
            return new RuleFile(file, faults).rules(top);
        } catch (BrokenFormat e) {
            e.faults().forEach(fault -> faults.add(fault.file(), fault.line(), fault.text()));
            return List.of();
        }
    }

    private List<Rule> rules(YamlMap top) {
        top.keys().stream()
                .filter(key -> !key.equals("rules"))
                .forEach(key -> faults.add(file, top.line(key), key + " is not a key of this file"));
        List<Rule> rules = new ArrayList<>();
        top.maps("rules").forEach(yaml -> rule(yaml).ifPresent(rules::add));
        for (Operator once : ONCE) {
            long count = rules.stream().filter(rule -> rule.operator() == once).count();
            if (count != 1) {
                faults.add(
                        file, top.line("rules"), "check " + once.word() + " must stand in one rule, not in " + count);
            }
        }
        return rules;
    }

    private Optional<Rule> rule(YamlMap yaml) {
        yaml.keys().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add(file, yaml.line(key), "rules." + key + " is not a key of this file"));
        Operator operator = one(yaml, "check", Operator.values(), Operator::word);
        Action action =
                one(yaml, "severity", Action.values(), value -> value.name().toLowerCase(Locale.ROOT));
        StatusCode status = one(yaml, "status", StatusCode.values(), StatusCode::name);
        for (String key : List.of("rule", "code", "text")) {
            if (yaml.text(key).isEmpty()) {
                faults.add(file, yaml.line(key), "rules." + key + " is missing");
            }
        }
        List<ValueName> of = values(yaml, "of");
        List<ValueName> minus = values(yaml, "minus");
        List<ValueName> unless = values(yaml, "unless");
        if (operator == null || action == null || status == null) {
            return Optional.empty();
        }
        if (!action.statuses().contains(status)) {
            faults.add(file, yaml.line("status"), "with this severity status is one of " + action.statuses());
        }
        if (!operator.compares() && action != Action.REJECT) {
            faults.add(file, yaml.line("severity"), "check " + operator.word() + " can only reject");
        }
        if (of.size() < operator.fewest()) {
            faults.add(
                    file,
                    yaml.line("of"),
                    "check " + operator.word() + " compares " + operator.fewest() + " values or more");
        }
        return Optional.of(new Rule(
                yaml.text("rule"),
                operator,
                of,
                minus,
                within(yaml, operator),
                unless,
                action,
                status,
                yaml.text("code"),
                yaml.text("text"),
                file + ":" + yaml.line("rule")));
    }

    private Within within(YamlMap yaml, Operator operator) {
        String written = yaml.text("within");
        if (written.isEmpty() != !operator.needsWithin()) {
            faults.add(
                    file,
                    yaml.line("within"),
                    "check " + operator.word() + (operator.needsWithin() ? " needs within" : " has no within"));
            return null;
        }
        try {
            return written.isEmpty() ? null : Within.of(written);
        } catch (IllegalArgumentException e) {
            faults.add(file, yaml.line("within"), e.getMessage());
            return null;
        }
    }

    private List<ValueName> values(YamlMap yaml, String key) {
        List<ValueName> values = new ArrayList<>();
        for (String written : yaml.texts(key)) {
            try {
                values.add(ValueName.of(written));
            } catch (IllegalArgumentException e) {
                faults.add(file, yaml.line(key), e.getMessage());
            }
        }
        return values;
    }

    private <T> T one(YamlMap yaml, String key, T[] all, Function<T, String> word) {
        String written = yaml.text(key);
        return Arrays.stream(all)
                .filter(value -> word.apply(value).equals(written))
                .findFirst()
                .orElseGet(() -> {
                    String words = Arrays.stream(all).map(word).collect(Collectors.joining(", "));
                    faults.add(file, yaml.line(key), "rules." + key + " '" + written + "' is none of " + words);
                    return null;
                });
    }
}
