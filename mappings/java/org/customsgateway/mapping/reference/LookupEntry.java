package org.customsgateway.mapping.reference;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.YamlMap;

/**
 * A service that is asked for the rows of a set.
 *
 * @param url with each part of the key, and the day, by name in braces
 * @param timeout of one question
 * @param keep for how long an answer is used again
 * @param stale for how long beyond that it is used where the service does not answer
 * @param failures one after the other, after which it is left alone
 * @param pause for which it is left alone
 * @param most answers that are kept
 */
record LookupEntry(
        String url, Duration timeout, Duration keep, Duration stale, int failures, Duration pause, int most) {

    private static final Set<String> KEYS = Set.of("url", "timeout", "keep", "stale", "failures", "pause", "most");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    static LookupEntry read(Shape shape, String file, YamlMap yaml, Faults faults) {
        yaml.keys().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add(file, yaml.line(key), "lookup." + key + " is not a key of this file"));
        String url = yaml.text("url");
        for (String part : shape.keys()) {
            if (!url.contains("{" + part + "}")) {
                faults.add(file, yaml.line("url"), "lookup.url does not have {" + part + "}, a part of the key");
            }
        }
        if (!safe(url)) {
            faults.add(file, yaml.line("url"), "lookup.url is no https address, nor one of this machine");
        }
        Duration timeout = duration(yaml, "timeout", "PT2S", file, faults);
        if (timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            faults.add(file, yaml.line("timeout"), "lookup.timeout is at most PT30S: traffic waits for it");
        }
        return new LookupEntry(
                url,
                timeout,
                duration(yaml, "keep", "PT1H", file, faults),
                duration(yaml, "stale", "PT24H", file, faults),
                number(yaml, "failures", 5, file, faults),
                duration(yaml, "pause", "PT30S", file, faults),
                number(yaml, "most", 10_000, file, faults));
    }

    /** What is asked for is business of others: it does not go over a network in clear. */
    private static boolean safe(String url) {
        try {
            URI uri = URI.create(url.replaceAll("\\{\\w+}", "x"));
            boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Duration duration(YamlMap yaml, String key, String fallback, String file, Faults faults) {
        String text = yaml.text(key).isEmpty() ? fallback : yaml.text(key);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below
        }
        faults.add(file, yaml.line(key), "lookup." + key + " is a duration such as PT2S or PT24H, not '" + text + "'");
        return Duration.ofSeconds(1);
    }

    private static int number(YamlMap yaml, String key, int fallback, String file, Faults faults) {
        String text = yaml.text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            faults.add(file, yaml.line(key), "lookup." + key + " is a whole number from 1 on, not '" + text + "'");
            return fallback;
        }
        return Integer.parseInt(text);
    }

    URI question(Shape shape, LocalDate on, List<String> key) {
        String asked = url.replace("{date}", on.toString());
        for (int i = 0; i < key.size(); i++) {
            String part = URLEncoder.encode(key.get(i), StandardCharsets.UTF_8).replace("+", "%20");
            asked = asked.replace("{" + shape.keys().get(i) + "}", part);
        }
        return URI.create(asked);
    }
}
