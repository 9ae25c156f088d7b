package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

/** JSON as a syntax of the contract. */
class JsonSyntaxTest extends NotesDrawer {

    private final List<MappedItem> items = new ArrayList<>();

    private Scan run(Mapping mapping, String raw, Limits limits) throws IOException {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        Scan scan = mapping.scan(new ByteArrayInputStream(bytes), limits);
        items.clear();
        if (!scan.refused()) {
            mapping.read(new ByteArrayInputStream(bytes), scan, Drawer.INPUTS, items::add);
            assertThat(items).hasSize(scan.items());
        }
        return scan;
    }

    private Scan run(Mapping mapping, String raw) throws IOException {
        return run(mapping, raw, Limits.DEFAULT);
    }

    private static List<String> rules(List<Problem> problems) {
        return problems.stream().map(Problem::rule).toList();
    }

    @Test
    void a_document_comes_in_any_wrapping() throws IOException {
        try (Formats formats = drawer()) {
            assertThat(formats.faults())
                    .filteredOn(fault -> fault.format().equals("notes"))
                    .isEmpty();
            Mapping notes = formats.current(NOTES);
            String same = items(notes, ONE);
            assertThat(items(notes, "[" + ONE + "]")).isEqualTo(same);
            assertThat(items(notes, "{\"note\": " + ONE + "}")).isEqualTo(same);
            assertThat(items(notes, "{\"notes\": [" + ONE + "]}")).isEqualTo(same);
            assertThat(items(notes, " \r\n\t" + ONE + "\n\n")).isEqualTo(same);
            assertThat(items(notes, ONE + "\n" + ONE)).isEqualTo(same + same);
            assertThat(items(notes, "[" + ONE + "," + ONE + "]")).isEqualTo(same + same);
        }
    }

    private String items(Mapping notes, String raw) throws IOException {
        assertThat(run(notes, raw).problems()).isEmpty();
        StringBuilder all = new StringBuilder();
        items.forEach(item -> all.append(item.key().id()).append(item.contentHash()));
        return all.toString();
    }

    @Test
    void numbers_are_kept_as_they_are_written() throws IOException {
        try (Formats formats = drawer()) {
            Mapping notes = formats.current(NOTES);
            run(
                    notes,
                    "[{\"id\": \"a\", \"price\": 1.10}, {\"id\": \"a\", \"price\": \"1.10\"}, {\"id\": \"a\", \"price\": 1.1}]");
            assertThat(items).allMatch(item -> !item.rejected());
            assertThat(items.get(0).contentHash()).isEqualTo(items.get(1).contentHash());
            assertThat(items.get(0).contentHash()).isNotEqualTo(items.get(2).contentHash());
        }
    }

    @Test
    void what_stands_around_the_documents_has_a_schema_and_a_reference() throws IOException {
        try (Formats formats = drawer()) {
            Mapping notes = formats.current(NOTES);
            assertThat(run(notes, "{\"notes\": [" + ONE + "], \"batchId\": \"B-9\"}")
                            .reference())
                    .isEqualTo("B-9");
            Scan scan = run(notes, "{\"batchId\": 9, \"x\": [1, {\"y\": 2}], \"notes\": [" + ONE + "]}");
            assertThat(rules(scan.problems())).containsExactly("JSON-TYPE", "JSON-UNKNOWN");
        }
    }

    @Test
    void agreed_limits_refuse_the_interchange() throws IOException {
        try (Formats formats = drawer()) {
            Mapping notes = formats.current(NOTES);
            assertThat(rules(run(notes, "[" + ONE + "," + ONE + "]", Limits.DEFAULT.withItems(1))
                            .problems()))
                    .containsExactly("JSON-LIMIT");
            assertThat(rules(run(notes, ONE + "\n" + ONE, Limits.DEFAULT.withItems(1))
                            .problems()))
                    .containsExactly("JSON-LIMIT");
            assertThat(rules(run(notes, ONE, Limits.DEFAULT.withBytes(20)).problems()))
                    .containsExactly("JSON-LIMIT");
            assertThat(run(notes, ONE, Limits.DEFAULT.withBytes(ONE.length()).withItems(1))
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void a_document_with_too_many_values_or_too_long_a_text_is_rejected_alone() throws IOException {
        try (Formats formats = drawer()) {
            Mapping notes = formats.current(NOTES);
            String many = "{\"id\": \"m\", \"tag\": [" + "\"x\",".repeat(60_000) + "\"x\"]}";
            String longText = "{\"id\": \"l\", \"text\": \"" + "x".repeat(100_001) + "\"}";
            String longName = "{\"id\": \"n\", \"" + "x".repeat(101) + "\": 1}";
            String longLine = "{\"id\": \"w\", \"text\": \"" + "x".repeat(4_000_001) + "\"}";
            assertThat(run(notes, String.join("\n", ONE, many, longText, longName, longLine, ONE))
                            .problems())
                    .isEmpty();
            assertThat(items).extracting(MappedItem::rejected).containsExactly(false, true, true, true, true, false);
            assertThat(items.subList(1, 5))
                    .allMatch(item -> rules(item.problems()).equals(List.of("JSON-LIMIT")));
            assertThat(run(notes, "[" + String.join(",", ONE, many, longText, longName, ONE) + "]")
                            .problems())
                    .isEmpty();
            assertThat(items).extracting(MappedItem::rejected).containsExactly(false, true, true, true, false);
        }
    }

    @Test
    void an_interchange_of_any_length_is_read_in_the_memory_of_one_document() throws IOException {
        try (Formats formats = drawer()) {
            byte[] document =
                    ("{\"id\": \"a\", \"text\": \"" + "x".repeat(90_000) + "\"},").getBytes(StandardCharsets.UTF_8);
            List<InputStream> parts = new ArrayList<>();
            parts.add(new ByteArrayInputStream("[".getBytes(StandardCharsets.UTF_8)));
            for (int i = 0; i < 12_000; i++) { // 1.1 GB: more than the tests' heap
                parts.add(new ByteArrayInputStream(document));
            }
            parts.add(new ByteArrayInputStream((ONE + "]").getBytes(StandardCharsets.UTF_8)));
            Scan scan = formats.current(NOTES)
                    .scan(new SequenceInputStream(Collections.enumeration(parts)), Limits.DEFAULT.withBytes(1L << 32));
            assertThat(scan.problems()).isEmpty();
            assertThat(scan.items()).isEqualTo(12_001);
        }
    }

    @Test
    void what_begins_like_json_and_is_none_is_read_as_it_so_that_the_fault_can_be_told() throws IOException {
        try (Formats formats = drawer()) {
            for (String raw : List.of("{\"text", "{\"id\": ", "[{\"id\" 1}]", "{]", "\uFEFF {'id': 1}", "{\u0000}")) {
                assertThat(known(formats, raw)).as(raw).isTrue();
            }
        }
    }

    @Test
    void it_is_known_by_any_of_its_names() throws IOException {
        try (Formats formats = drawer()) {
            for (String raw : List.of(
                    ONE,
                    "\uFEFF" + ONE,
                    "{\"x\": {\"y\": []}, \"price\": 1, ",
                    "[" + ONE,
                    "{\"batchId\": 1, \"notes\": [{\"text\": \"x",
                    "{\"note\": {\"text\": \"x",
                    "{\"notes\": []}")) {
                assertThat(known(formats, raw)).as(raw).isTrue();
            }
            for (String raw :
                    List.of("", "{}", "[]", "{\"id\": {\"text\": 1}}", "<a/>", "[[{\"text\": 1}]]", "\"text\"")) {
                assertThat(known(formats, raw)).as(raw).isFalse();
            }
        }
    }

    private static boolean known(Formats formats, String raw) throws IOException {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        return formats.recognise(new ByteArrayInputStream(bytes), List.of(NOTES))
                .isPresent();
    }

    @Test
    void a_reply_gets_its_types_from_the_schema() throws IOException {
        try (Formats formats = drawer()) {
            assertThat(new String(
                            formats.current(NOTES)
                                    .reply(GoldenInputs.reply(
                                            Files.writeString(home.resolve("r.yaml"), "replyId: R"),
                                            formats.current(NOTES))),
                            StandardCharsets.UTF_8))
                    .isEqualTo("{\"id\":\"7\",\"text\":\"\\\"é\\\"\",\"tag\":[\"only\"],\"count\":12,\"good\":true}");
        }
    }
}
