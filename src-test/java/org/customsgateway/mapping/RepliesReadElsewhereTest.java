package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.NodeProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two parsers that know nothing of each other find the same in every reply of the golden cases: segments, elements, components. */
@Tag("wire")
class RepliesReadElsewhereTest {

    @Test
    void another_parser_reads_what_staedi_reads() throws Exception {
        Map<String, byte[]> replies = replies();
        assertThat(replies).hasSizeGreaterThan(100);
        List<Map<String, String>> asked = new ArrayList<>();
        replies.forEach(
                (name, reply) -> asked.add(Map.of("name", name, "text", text(reply), "characters", known(reply))));
        for (JsonNode read : parser().run(asked)) {
            String name = read.path("name").asText();
            assertThat(read.path("fault").asText()).as(name).isEmpty();
            assertThat(segments(read)).as(name).isEqualTo(EdifactReplies.segments(replies.get(name)));
        }
    }

    @Test
    void service_characters_come_back_as_they_were() throws Exception {
        byte[] reply = replies().get("un-contrl-d3/releases-service-characters-in-references");
        JsonNode read = parser().run(
                        List.of(Map.of("name", "released", "text", text(reply), "characters", known(reply))))
                .path(0);
        List<List<String>> uci = segments(read).get(2);
        assertThat(EdifactReplies.value(uci, 2, 1)).isEqualTo("A+B:C'D?E");
        assertThat(EdifactReplies.value(uci, 3, 1)).isEqualTo("O'NEIL");
    }

    private static Map<String, byte[]> replies() throws IOException {
        Map<String, byte[]> replies = new LinkedHashMap<>();
        for (String id : EdifactReplies.formats()) {
            Mapping format = Shipped.mapping(id);
            try (Stream<Path> cases = Files.list(Path.of("src-test/golden", id))) {
                for (Path one : cases.sorted().toList()) {
                    replies.put(
                            id + "/" + one.getFileName(),
                            format.reply(GoldenInputs.reply(one.resolve("reply.yaml"), format)));
                }
            }
        }
        return replies;
    }

    /** Without the service string of version 4, whose sign of repetition that parser does not know; nothing is repeated here. */
    private static String text(byte[] reply) {
        return new String(reply, EdifactReplies.characters(reply)).replaceFirst("^UNA:\\+\\.\\?\\*'", "");
    }

    /** It reads UNOA, UNOB, UNOC and UNOY, and in UNOA nothing but capitals. */
    private static String known(byte[] reply) {
        String syntax = EdifactReplies.syntax(reply);
        return syntax.equals("UNOW") ? "UNOY" : syntax;
    }

    private static List<List<List<String>>> segments(JsonNode read) {
        List<List<List<String>>> segments = new ArrayList<>();
        for (JsonNode segment : read.path("segments")) {
            List<List<String>> elements = new ArrayList<>();
            elements.add(List.of(segment.path(0).asText()));
            for (int i = 1; i < segment.size(); i++) {
                List<String> components = new ArrayList<>();
                segment.path(i).forEach(component -> components.add(component.asText()));
                elements.add(components);
            }
            segments.add(elements);
        }
        return segments;
    }

    /** JavaScript, by others than StAEDI's authors and us. */
    private static NodeProgram parser() throws IOException, InterruptedException {
        return NodeProgram.fetched("node-edifact", "read.js", "replies are not read by a second parser");
    }
}
