package org.customsgateway.mapping.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What stands in the head of a file: {@code # key: value} lines of a CSV file, keys of a YAML file. */
final class Head {

    static final Set<String> KEYS = Set.of("title", "source", "licence", "covers", "sure", "asOf", "maxAge", "use");

    private final String file;
    private final Faults faults;
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    Head(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    void say(String key, String value, int line) {
        if (said.put(key, value) != null) {
            faults.add(file, line, key + " is said twice");
        }
        lines.put(key, line);
    }

    /** Whether its rows are added to those of the gateway's own file, which they replace otherwise. */
    boolean extendsOther() {
        String use = said.getOrDefault("use", "replace");
        if (!use.equals("replace") && !use.equals("extend")) {
            faults.add(file, lines.get("use"), "use is replace or extend");
        }
        return use.equals("extend");
    }

    About about() {
        return new About(needed("title"), needed("source"), needed("licence"), needed("covers"), sure(), day(), age());
    }

    private String needed(String key) {
        String value = said.getOrDefault(key, "");
        if (value.isEmpty()) {
            faults.add(file, lines.getOrDefault(key, 1), "the head does not say " + key);
        }
        return value;
    }

    private About.Sure sure() {
        String sure = needed("sure");
        for (About.Sure one : About.Sure.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(sure)) {
                return one;
            }
        }
        if (!sure.isEmpty()) {
            faults.add(file, lines.get("sure"), "sure is complete, extract or example");
        }
        return About.Sure.EXAMPLE;
    }

    private LocalDate day() {
        String day = needed("asOf");
        try {
            return day.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(day);
        } catch (DateTimeException e) {
            faults.add(file, lines.get("asOf"), "asOf is a day, written yyyy-mm-dd");
            return LocalDate.EPOCH;
        }
    }

    private Period age() {
        String age = needed("maxAge");
        try {
            return age.isEmpty() ? Period.ZERO : Period.parse(age);
        } catch (DateTimeException e) {
            faults.add(file, lines.get("maxAge"), "maxAge is a period such as P30D, P6M or P1Y");
            return Period.ZERO;
        }
    }
}
