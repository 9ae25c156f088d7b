package org.customsgateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.MappingInputs;
import org.customsgateway.mapping.Shipped;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EdifactFileTest {

    @ParameterizedTest
    @EnumSource
    void has_nothing_but_houses_that_become_declarations_of_their_own(EdifactKind kind) throws Exception {
        byte[] raw = bytes(new EdifactFile(kind, "LOAD1", 90, 120, 50));
        var keys = new HashSet<String>();
        var mapping = Shipped.mapping(kind.format());
        var scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.messages()).isEmpty();
        var inputs = new MappingInputs("p", "i", Instant.parse("2026-11-21T10:00:00Z"));
        mapping.read(new ByteArrayInputStream(raw), scan, inputs, item -> {
            assertThat(item.problems()).isEmpty();
            assertThat(item.declaration()).isNotNull();
            keys.add(item.key().toString());
        });
        assertThat(keys).hasSize(120);
    }

    @ParameterizedTest
    @EnumSource
    void is_the_same_each_time_it_is_written(EdifactKind kind) throws IOException {
        assertThat(bytes(new EdifactFile(kind, "A", 1, 50, 20)))
                .isEqualTo(bytes(new EdifactFile(kind, "A", 1, 50, 20)));
    }

    @ParameterizedTest
    @EnumSource
    void tells_the_serial_of_a_house_from_its_number(EdifactKind kind) throws IOException {
        assertThat(EdifactFile.serial(EdifactFile.house(4711))).isEqualTo(4711);
        assertThat(new String(bytes(EdifactFile.single(kind, 4711)))).contains(EdifactFile.house(4711));
    }

    private static byte[] bytes(EdifactFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.writeTo(out);
        return out.toByteArray();
    }
}
