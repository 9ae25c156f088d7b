package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.message.FormatId;
import org.junit.jupiter.api.Test;

/** What the guide for developers shows is what the gateway takes and gives. */
class PlatformGuideTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```json\n(.*?)```");
    private static final List<FormatId> OURS = List.of(
            new FormatId("platform-order-1"),
            new FormatId("platform-payment-1"),
            new FormatId("platform-logistics-1"),
            new FormatId("platform-return-1"));

    @Test
    void every_document_of_the_guide_is_accepted_without_a_word() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String block : blocks()) {
            byte[] raw = block.getBytes(StandardCharsets.UTF_8);
            Optional<FormatId> format = Shipped.formats().recognise(new ByteArrayInputStream(raw), OURS);
            if (format.isPresent()) {
                seen.add(format.get().value());
                Mapping mapping = Shipped.formats().current(format.get());
                assertThat(Drawer.scan(mapping, raw).problems()).as(block).isEmpty();
                assertThat(Drawer.read(mapping, raw)).as(block).isNotEmpty().allSatisfy(item -> {
                    assertThat(item.problems()).isEmpty();
                    assertThat(item.declaration()).isNotNull();
                });
            }
        }
        assertThat(seen)
                .containsExactly(
                        "platform-order-1",
                        "platform-order-1",
                        "platform-payment-1",
                        "platform-logistics-1",
                        "platform-return-1",
                        "platform-order-1");
    }

    @Test
    void the_event_of_the_guide_is_the_one_that_a_golden_case_writes() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode golden = json.readTree(Files.readString(
                Path.of("src-test/golden/platform-status-1/says-what-is-wrong-with-a-rejected-order/reply.json")));
        List<String> blocks = blocks();

        assertThat(json.readTree(blocks.get(blocks.size() - 1))).isEqualTo(golden);
    }

    private static List<String> blocks() throws IOException {
        Matcher found = BLOCK.matcher(Files.readString(Path.of("docs/guides/platform-json.md")));
        List<String> blocks = new ArrayList<>();
        while (found.find()) {
            blocks.add(found.group(1));
        }
        return blocks;
    }
}
