package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that was matched goes to the back-ends by all that is known of it. */
class RoutedOrderTest {

    @TempDir
    Path folder;

    private MatchDesk desk(String category, String mode, String value, String flags) throws IOException {
        Files.createDirectories(folder.resolve("views"));
        Files.writeString(folder.resolve("routing.csv"), """
                %s
                risk,*,*,*,*,*,*,*,all,-,,
                revenue,*,*,*,*,*,*,*,all,-,,
                post-security,PT,%s,%s,PLATFORM,order,%s,%s,all,-,,
                """.formatted(
                        String.join(",", RoutingRow.COLUMNS), category, mode, value, flags));
        return new MatchDesk(folder, RoutingTableTest.BACK_ENDS);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 4, >50 EUR, match=matched;quality=refer, true",
        "4, 4, >50 EUR, match=matched;quality=refer, false",
        "3, 5, >50 EUR, match=matched;quality=refer, false",
        "3, 4, <=50 EUR, match=matched;quality=refer, false",
        "3, 4, >50 EUR, match=held, false",
        "3, 4, >50 EUR, -quality, false"
    })
    void category_mode_value_and_flags_of_the_whole_choose_who_sees_it(
            String category, String mode, String value, String flags, boolean seen) throws IOException {
        assertThat(seen(category, mode, value, flags)).isEqualTo(seen);
    }

    private boolean seen(String category, String mode, String value, String flags) throws IOException {
        try (MatchDesk desk = desk(category, mode, value, flags)) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            JsonNode order = MatchContract.changed(documents, "order", "/shipment/fromCountry", "CN");
            desk.send(
                    "order",
                    "order",
                    MatchContract.changed(Map.of("order", order), "order", "/lines/0/description", "Auto parts"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));
            assertThat(desk.wasHandedOver("order-0000001")).isTrue();
            return !desk.got("post-security").isEmpty();
        }
    }
}
