package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide of alarms has each kind that the code raises, and no other. */
class AlarmGuideTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9-]+)` \\|");
    private static final Pattern RAISES = Pattern.compile("\\.raise\\(|new Lamps?\\(");
    /** A kind as the journal keeps it, or the name of a constant that has it. */
    private static final Pattern KIND =
            Pattern.compile("(?:\\.raise\\((?:tx,)?|new Lamps?\\(journal,|\\bkeep\\()\\s*(\"?)([A-Z-]+)\\1,");
    /** A wire's word for it: the first text in a call. */
    private static final Pattern WORD =
            Pattern.compile("(?:\\.raise|\\bwarn|\\brefuse)\\((?:[^\"();]|\\([^\"()]*\\))*\"([a-z]+(?:-[a-z]+)*)\"");
    /** Words by which a wire says that a reason has gone. */
    private static final Set<String> CLEAR = Set.of("REACHABLE", "FETCHED");
    /** They raise what others give them. */
    private static final Set<String> PASS_ON = Set.of("Lamp.java", "Lamps.java", "WireAlarms.java");

    @Test
    void has_each_alarm_and_no_other() throws IOException {
        Set<String> raised = new TreeSet<>();
        for (String drawer : List.of("routes", "mappings", "connectors", "console")) {
            try (Stream<Path> files = Files.walk(Path.of(drawer, "java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    raised.addAll(raisedIn(file));
                }
            }
        }
        raised.removeAll(CLEAR);
        assertThat(ROW.matcher(Files.readString(Path.of("docs/guides/alarms.md")))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(raised);
    }

    private static List<String> raisedIn(Path file) throws IOException {
        String code = Files.readString(file);
        List<String> kinds = new ArrayList<>();
        if (file.startsWith("connectors")) {
            WORD.matcher(code).results().forEach(word -> kinds.add(word.group(1).toUpperCase(Locale.ROOT)));
        } else if (RAISES.matcher(code).find()) {
            KIND.matcher(code).results().forEach(kind -> kinds.add(resolved(kind, code)));
        }
        assertThat(kinds.isEmpty()
                        && RAISES.matcher(code).find()
                        && !PASS_ON.contains(file.getFileName().toString()))
                .as("%s raises alarms in a way that is not understood here", file)
                .isFalse();
        return kinds;
    }

    private static String resolved(MatchResult kind, String code) {
        if (!kind.group(1).isEmpty()) {
            return kind.group(2);
        }
        var constant =
                Pattern.compile("String " + kind.group(2) + " = \"([A-Z-]+)\"").matcher(code);
        assertThat(constant.find()).as("the constant %s", kind.group(2)).isTrue();
        return constant.group(1);
    }
}
