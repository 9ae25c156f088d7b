package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.route.ReturnDesk.back;
import static org.customsgateway.route.ReturnDesk.golden;
import static org.customsgateway.route.ReturnDesk.order;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By what a post and a declarant name the goods that come back. */
interface ReturnNamesContract {

    ReturnDesk desk() throws Exception;

    @Test
    default void a_post_names_the_item_or_the_order_of_somebody_whose_returns_it_may_declare() throws Exception {
        try (ReturnDesk desk = desk()) {
            String plain = golden("upu-itmatt/accepts-returned-goods/input.xml");
            String nature = "<NatureExplanation>";
            String sold = plain.replace("CV473124829FR", "RX987654325NL")
                    .replace("2026-11-20</Post", "2026-09-14</Post")
                    .replace(">21<", ">11<");
            String item = desk.send("post", sold);
            desk.assesses(item);
            String named = golden("upu-itmatt/links-returned-goods-to-the-item-that-they-came-in-with/input.xml");
            assertThat(returnedXml(desk, "post", named))
                    .containsEntry("returnOf", item)
                    .containsEntry("returnTotal", "12.50 EUR");

            assertThat(returnedXml(desk, "post", plain.replace("CV473124829FR", "CV473124832FR")))
                    .containsEntry("returnCodes", "RETURN-UNNAMED");

            String later = desk.send("post", sold.replace("2026-09-14", "2026-10-14"));
            String without = named.replaceAll("\\s*<PostingDate>2026-09-14</PostingDate>", "")
                    .replace("CV473124829FR", "CV473124846FR");
            assertThat(returnedXml(desk, "post", without)).containsEntry("return", "ambiguous");
            assertThat(later).isNotEqualTo(item);

            String order = desk.send("shop", order().toString());
            String ordered = plain.replace("CV473124829FR", "CV473124850FR")
                    .replace(
                            "    <ContentPiece>",
                            "    <Order><Number>SO-2026-000118</Number></Order>\n    <ContentPiece>");
            assertThat(ordered).contains("<Order>").contains(nature);
            assertThat(returnedXml(desk, "post", ordered)).containsEntry("returnOf", order);
        }
    }

    @Test
    default void a_parcel_that_was_declared_with_its_order_stands_for_that_order() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shipping", order().toString());
            desk.send("payer", golden("_shared/match/logistics.json"));
            desk.releases(order);
            var back = back("R-1", 1);
            back.putObject("original").put("trackingNo", "EX123456789DE");
            assertThat(desk.revenueGot(desk.send("shipping", back.toString())).properties())
                    .containsEntry("return", "linked")
                    .containsEntry("returnOf", order);

            // what others have declared is nobody's business, nor the carrier's
            for (String other : new String[] {"rival", "waiting"}) {
                assertThat(desk.revenueGot(desk.send(other, back.toString())).properties())
                        .containsEntry("return", "unknown");
            }
        }
    }

    @Test
    default void a_declarant_in_China_names_the_list_by_its_number_or_its_order() throws Exception {
        try (ReturnDesk desk = desk()) {
            String list = golden("cn-ceb-621/declares-a-list-with-everything-in-it/input.xml")
                    .replaceAll(
                            "<ceb:invtNo>[^<]*</ceb:invtNo>|<ceb:invtNo/>",
                            "<ceb:invtNo>534920261000000001</ceb:invtNo>");
            String item = desk.send("declarant", list);
            desk.assesses(item);
            String back = golden("cn-ceb-625/declares-a-return-with-the-list-that-it-came-in-with/input.xml");

            assertThat(returnedXml(desk, "declarant", back))
                    .containsEntry("returnOf", item)
                    .containsEntry("returnTotal", "12.50 EUR")
                    .doesNotContainKey("returnCodes");
            assertThat(returnedXml(desk, "declarant", back.replace("534920261000000001", "534920261000000999")))
                    .containsEntry("returnOf", item)
                    .containsEntry("returnNumber", "2");
            assertThat(returnedXml(
                            desk,
                            "declarant",
                            back.replace("ORDER-2026-000001", "ORDER-2026-000002")
                                    .replace("RET-1", "RET-9")))
                    .containsEntry("return", "unknown");
        }
    }

    private static Map<String, String> returnedXml(ReturnDesk desk, String partner, String document)
            throws IOException {
        return desk.revenueGot(desk.send(partner, document)).properties();
    }
}
