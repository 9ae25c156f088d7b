package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.customsgateway.journal.Database;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelledShopOrderTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_declared_of_it_is_withdrawn_and_nothing_else_is_declared() throws Exception {
        ObjectNode order = (ObjectNode) new ObjectMapper()
                .readTree(Path.of("src-test/golden/shopify-order/accepts-an-order-as-a-webhook-sends-it/input.json")
                        .toFile());
        ObjectNode cancelled = order.deepCopy().put("cancelled_at", "2026-11-21T10:00:00-05:00");
        try (Desk desk = new Desk(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchContract.files(),
                Map.of("shop", "name: S\nkind: platform\nformats: [ shopify-order ]\nwires: { queue: {} }\n"))) {
            String early = desk.send("shop", "early", cancelled);
            assertThat(desk.status(early)).isEqualTo("REJECTED");
            assertThat(desk.item(early).problems()).extracting(Problem::rule).contains("ITEM-UNKNOWN");
            assertThat(desk.wasHandedOver(early)).isFalse();

            String declared = desk.send("shop", "declared", order);
            String withdrawn =
                    desk.send("shop", "withdrawn", cancelled.put("cancelled_at", "2026-11-22T10:00:00-05:00"));
            assertThat(desk.handedOver(withdrawn).properties()).containsEntry("declarationFunction", "1");
            assertThat(desk.handedOver(withdrawn).xml()).contains("<ID>" + declared + "</ID>");
        }
    }
}
