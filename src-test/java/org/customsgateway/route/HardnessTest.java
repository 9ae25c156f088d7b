package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardnessTest {

    private static final Path SHIPPED = Path.of("mappings/_shared/hardness.csv");

    @TempDir
    Path folder;

    @Test
    void the_hardest_of_a_kind_counts_and_a_release_only_when_all_have_said_so() {
        Hardness shipped = Hardness.read(SHIPPED);
        assertThat(shipped.hardest(List.of(Outcome.RELEASE, Outcome.HOLD))).isEqualTo(Outcome.HOLD);
        assertThat(shipped.hardest(Arrays.asList(null, Outcome.RELEASE))).isNull();
        assertThat(shipped.hardest(Arrays.asList(null, Outcome.REJECTED))).isEqualTo(Outcome.REJECTED);
        assertThat(shipped.hardest(List.of())).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void a_table_that_leaves_one_out_or_has_another_is_refused() throws IOException {
        String text = Files.readString(SHIPPED);
        Path file = folder.resolve("hardness.csv");
        Files.writeString(file, text.replace("\nPAID", ""));
        assertThatThrownBy(() -> Hardness.read(file)).hasMessageContaining("each outcome");
        Files.writeString(file, text.replace("\nPAID", "\nFINE"));
        assertThatThrownBy(() -> Hardness.read(file))
                .hasMessageContaining("hardness.csv:" + (text.lines().toList().indexOf("PAID") + 1));
    }
}
