package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.message.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats are compiled when they are first asked for, of the files that were there when the drawers were read. */
class LateFormatsTest {

    @TempDir
    Path folder;

    @Test
    void however_late_it_is_asked_for_it_is_made_of_the_files_of_one_moment() throws IOException {
        Path home = Drawer.copy(folder.resolve("home"));
        try (Formats formats = Drawer.open(home);
                Formats atOnce = Drawer.open(home)) {
            String version = atOnce.current(Drawer.PARCELS).version();
            String edition = formats.edition();
            Path template = home.resolve("mappings/parcels/to-wco.ftl");
            Files.writeString(template, "<#-- edited since -->\n" + Files.readString(template));
            assertThat(formats.current(Drawer.PARCELS).version()).isEqualTo(version);
            formats.reload();
            assertThat(formats.edition()).isNotEqualTo(edition);
            assertThat(formats.current(Drawer.PARCELS).version()).isNotEqualTo(version);
        }
    }

    @Test
    void threads_that_ask_at_once_get_the_same_and_those_that_ask_for_different_ones_do_not_disturb_each_other() {
        var camel = new DefaultCamelContext();
        try (Formats formats = Formats.open(Path.of("mappings"), Path.of("xsd"), document -> List.of(), camel)) {
            Set<FormatId> wanted = Stream.of("upu-itmatt", "upu-cusitm", "un-cuscar-d95b", "platform-order-1")
                    .map(FormatId::new)
                    .collect(Collectors.toSet());
            var asked = IntStream.range(0, 16)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> wanted.stream().collect(Collectors.toMap(id -> id, formats::current))))
                    .toList();
            var first = asked.get(0).join();
            assertThat(first).hasSize(wanted.size());
            asked.forEach(one ->
                    one.join().forEach((id, mapping) -> assertThat(mapping).isSameAs(first.get(id))));
        }
    }
}
