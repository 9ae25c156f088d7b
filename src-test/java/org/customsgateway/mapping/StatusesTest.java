package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** The one table of statuses: complete for every reply format, and the only one. */
class StatusesTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Pattern IMPORT = Pattern.compile("<#import \"([^\"]+)\"");
    private static final Set<String> NOT_FOR_TEMPLATES = Set.of("status", "wco");

    private final Map<String, Map<String, String>> rows = rows();

    @Test
    void every_status_has_a_row_and_no_cell_is_empty() throws Exception {
        assertThat(StatusColumns.read(table())).isNotEmpty();
        assertThat(rows.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(StatusCode.values()).map(StatusCode::name).toList());
    }

    @Test
    void a_row_too_few_or_a_cell_left_empty_is_refused_with_its_line() {
        assertThatThrownBy(() -> StatusColumns.read("status,x\nRECEIVED,1\n")).hasMessageContaining("TAX_DUE");
        assertThatThrownBy(() -> StatusColumns.read("status,x\nRECEIVED,\n")).hasMessageContaining("nothing under x");
        assertThatThrownBy(() -> StatusColumns.read("status,x\nGONE,1\n")).hasMessageContaining("'GONE'");
        assertThatThrownBy(() -> StatusColumns.read("status,x\nRECEIVED,1,2\n")).hasMessageContaining("3 cells");
    }

    @Test
    void every_reason_for_no_code_is_explained_at_the_head_and_used() {
        Set<String> explained = table().lines()
                .filter(line -> line.startsWith("#   -"))
                .map(line -> line.substring(4).split(" ")[0])
                .collect(Collectors.toSet());
        Set<String> used = rows.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> StatusColumns.REASON.matcher(cell).matches())
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(explained);
    }

    @Test
    void every_reply_format_takes_its_codes_from_it_and_every_column_is_taken() {
        Set<String> taken = new HashSet<>(NOT_FOR_TEMPLATES);
        for (String format : replyFormats()) {
            Set<String> columns = columns(format);
            assertThat(columns).as("columns of %s", format).isNotEmpty();
            taken.addAll(columns);
        }

        assertThat(rows.get("RECEIVED").keySet()).isSubsetOf(taken);
    }

    @Test
    void what_a_reply_format_is_to_tell_it_has_codes_for() {
        for (String format : replyFormats()) {
            for (StatusCode status : told(format)) {
                for (String column : columns(format)) {
                    assertThat(rows.get(status.name()).get(column))
                            .as("%s in %s: %s", status, format, column)
                            .isNotIn("-untold", "-elsewhere");
                }
            }
        }
    }

    @Test
    void no_code_list_beside_it_is_keyed_by_statuses() throws IOException {
        try (Stream<Path> files = Files.walk(MAPPINGS)) {
            for (Path file : files.filter(f -> f.toString().contains("/codes/")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    assertThat(rows).as("%s", file).doesNotContainKey(line.split("[, ]")[0]);
                }
            }
        }
    }

    /** What makes a status, by the two tables that decide it: the answers named in the rows that give it. */
    @Test
    void the_answers_of_back_ends_are_those_of_the_tables_that_decide() throws IOException {
        Map<String, Set<String>> outcomes = new TreeMap<>();
        rows.keySet().forEach(status -> outcomes.put(status, new HashSet<>(Set.of(status))));
        for (List<String> row : csv("combination.csv")) {
            // beside what has just been said, the other cell is only when
            boolean just = String.join("", row).contains("!");
            row.subList(0, 2).stream()
                    .filter(cell -> !just || cell.contains("!"))
                    .forEach(cell -> outcomes.get(row.get(3))
                            .addAll(List.of(cell.replace("!", "").split("\\|"))));
        }
        Map<String, Set<String>> answers = new TreeMap<>();
        for (List<String> row : csv("decisions.csv")) {
            String code = row.get(2).equals("*") ? row.get(1) : row.get(1) + ":" + row.get(2);
            outcomes.forEach((status, those) -> {
                if (those.contains(row.get(3))) {
                    answers.computeIfAbsent(status, none -> new TreeSet<>()).add(code);
                }
            });
        }

        rows.forEach((status, row) -> assertThat(Set.of(row.get("wco").split(" ")))
                .as("answers that make %s", status)
                .isEqualTo(answers.getOrDefault(status, Set.of("-gateway"))));
    }

    private static List<String> replyFormats() {
        try (Stream<Path> folders = Files.list(MAPPINGS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("reply.ftl")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Statuses that some format lets be told in this one. */
    private static Set<StatusCode> told(String reply) {
        FormatId id = new FormatId(reply);
        return Shipped.formats().ids().stream()
                .map(format -> Shipped.formats().current(format))
                .filter(Mapping::readable)
                .flatMap(mapping -> Arrays.stream(StatusCode.values())
                        .filter(status -> mapping.tells(status, List.of(id))
                                .filter(id::equals)
                                .isPresent()))
                .collect(Collectors.toSet());
    }

    /** Those that the template and what it imports name; also where the end of a name is known only later. */
    private Set<String> columns(String format) {
        String text = text(MAPPINGS.resolve(format).resolve("reply.ftl"));
        return rows.get("RECEIVED").keySet().stream()
                .filter(column -> Pattern.compile("[\"']" + Pattern.quote(column) + "[\"']")
                                .matcher(text)
                                .find()
                        || Pattern.compile("[\"']" + Pattern.quote(column.replaceFirst("-[^-]+$", "-")) + "\\$\\{")
                                .matcher(text)
                                .find())
                .collect(Collectors.toSet());
    }

    private static String text(Path template) {
        String text = read(template);
        StringBuilder all = new StringBuilder(text);
        Matcher imported = IMPORT.matcher(text);
        while (imported.find()) {
            all.append(text(MAPPINGS.resolve(imported.group(1).substring(1))));
        }
        return all.toString();
    }

    private static String table() {
        return read(MAPPINGS.resolve("_shared/statuses.csv"));
    }

    private static Map<String, Map<String, String>> rows() {
        List<List<String>> lines = lines(table());
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < line.size(); column++) {
                row.put(lines.get(0).get(column), line.get(column));
            }
            rows.put(line.get(0), row);
        }
        return rows;
    }

    private static List<List<String>> csv(String file) throws IOException {
        List<List<String>> lines = lines(read(MAPPINGS.resolve("_shared").resolve(file)));
        return lines.subList(1, lines.size());
    }

    private static List<List<String>> lines(String csv) {
        List<List<String>> lines = new ArrayList<>();
        csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> lines.add(CsvLine.cells(line)));
        return lines;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
