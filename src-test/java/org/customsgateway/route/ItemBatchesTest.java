package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;

class ItemBatchesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void an_item_that_our_own_mapping_fails_on_is_our_fault_and_no_rejection() {
        var interchange = new Interchange(
                "I",
                new PartnerId("post"),
                Wire.SFTP,
                "a.xml",
                new RawBytes("", 1),
                NOON,
                new FormatId("upu-itmatt"),
                "v",
                "",
                Map.of(),
                InterchangeState.READING,
                null,
                -1,
                0,
                List.of(),
                0,
                NOON);
        var batches = new ItemBatches(
                Reading.of(interchange, null),
                null,
                null,
                null,
                null,
                "node",
                10,
                Books.COUNTS,
                Clock.fixed(NOON, ZoneOffset.UTC));
        var failed = new MappedItem(
                1,
                new ItemKey("A", ""),
                "",
                Map.of(),
                null,
                List.of(),
                "to-wco.ftl:7: too long a list",
                false,
                Map.of(),
                Map.of(),
                null,
                null);

        assertThatThrownBy(() -> batches.item(failed)).hasMessageContaining("to-wco.ftl:7");
    }
}
