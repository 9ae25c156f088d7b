package org.customsgateway.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form, for CI: {@code mvn verify -Dtests.excluded= -Dtests.included=soak}. The long one is {@code ./gateway soak}. */
@Tag("soak")
class KillSoakTest {

    private static final int KILLS = Integer.getInteger("soak.rounds", 20);

    @Test
    void nothing_is_lost_or_doubled_when_the_gateway_is_killed_again_and_again(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        assertThat(new KillSoak().run(KILLS, Path.of("."), data, System.err::println))
                .isEmpty();
    }
}
