package org.customsgateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.DecisionEntry;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.message.Tax;

/** Shops, a post and a declarant that import and send back, and customs that assesses what they import. */
final class ReturnDesk extends Desk {

    private static final String PLATFORM =
            "name: P\nkind: platform\nformats: [platform-order-1, platform-return-1]\nwires: { queue: {} }\n%s\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private int interchanges;

    ReturnDesk(Path folder, Database database) throws IOException {
        super(
                folder,
                database,
                MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS),
                Map.of(
                        "shop", PLATFORM.formatted(""),
                        "rival", PLATFORM.formatted(""),
                        "careful", PLATFORM.formatted("returns: { unknown: refer, more: warn }"),
                        "strict", PLATFORM.formatted("returns: { unknown: reject, more: reject }"),
                        "agent", PLATFORM.formatted("returns: { of: [ shop ], unknown: reject }"),
                        "waiting", PLATFORM.formatted("match: { legs: [ payment ] }"),
                        "shipping", PLATFORM.formatted("match: { legs: [ logistics ] }"),
                        "payer",
                                "name: P\nkind: platform\nformats: [platform-payment-1, platform-logistics-1]\nwires: { queue: {} }\n",
                        "post",
                                "name: P\nkind: post\nformats: [upu-itmatt]\nwires: { queue: {} }\nreturns: { of: [ shop ] }\n",
                        "declarant",
                                "name: P\nkind: platform\nformats: [cn-ceb-621, cn-ceb-625]\nwires: { queue: {} }\n"));
    }

    String send(String partner, String document) {
        return send(partner, "I" + ++interchanges, document);
    }

    /** The order of the match's example. */
    static ObjectNode order() throws IOException {
        return (ObjectNode) JSON.readTree(
                Path.of("src-test/golden/_shared/match/order.json").toFile());
    }

    /** The same to China, where returns lessen the buyer's year. */
    static ObjectNode toChina() throws IOException {
        ObjectNode order = order().put("currency", "CNY");
        ((ObjectNode) order.at("/consignee/address")).put("country", "CN");
        return order;
    }

    /** That order, paid, declared and released; 66.45 CNY. */
    String imported() throws IOException {
        String order = send("waiting", toChina().toString());
        ObjectNode payment = (ObjectNode) JSON.readTree(
                Path.of("src-test/golden/_shared/match/payment.json").toFile());
        send("payer", payment.put("currency", "CNY").toString());
        releases(order);
        return order;
    }

    /** So many of the first line of that order go back. */
    static ObjectNode back(String returnNo, int quantity) throws IOException {
        JsonNode line = order().get("lines").get(0);
        ObjectNode back = (ObjectNode) JSON.readTree(
                Path.of("src-test/golden/platform-return-1/declares-the-least-that-a-return-needs/input.json")
                        .toFile());
        back.put("returnNo", returnNo);
        ((ObjectNode) back.get("goods").get(0))
                .put("sku", line.get("sku").asText())
                .put("unit", line.get("unit").asText())
                .put("quantity", Integer.toString(quantity))
                .put("totalPrice", "1.00");
        return back;
    }

    static String golden(String input) throws IOException {
        return Files.readString(Path.of("src-test/golden").resolve(input));
    }

    /** Risk releases, revenue assesses 2.50 of duty and 10.00 of VAT on the first goods. */
    void assesses(String item) {
        List<Tax> taxes = List.of(tax("A00", "2.50"), tax("B00", "10.00"));
        decides(
                item,
                "revenue",
                new Answer(Outcome.DUTIABLE, "", "", List.of(), taxes, new BigDecimal("12.50"), "EUR"));
        decides(item, "risk", Answer.of(Outcome.RELEASE));
    }

    /** What revenue is told with the first return of an order that is assessed so. */
    static Map<String, String> assessed(String order) {
        return Map.of(
                "returnOf", order,
                "returnOfStatus", "RELEASED_DUTIABLE",
                "returnNumber", "1",
                "returnAssessment", "assessed",
                "returnTaxes", "1:A00=2.50 EUR,1:B00=10.00 EUR",
                "returnTotal", "12.50 EUR");
    }

    /** Revenue finds that it is 20.00 of VAT and no duty. */
    void assessesAnew(String item) {
        decides(
                item,
                "revenue",
                new Answer(
                        Outcome.TAX_DUE,
                        "",
                        "",
                        List.of(),
                        List.of(tax("B00", "20.00")),
                        new BigDecimal("20.00"),
                        "EUR"));
    }

    void releases(String item) {
        decides(item, "revenue", Answer.of(Outcome.RELEASE));
        decides(item, "risk", Answer.of(Outcome.RELEASE));
    }

    /** What the buyers' years come to. */
    List<String> years() {
        return journal.read(tx -> tx.rows("SELECT amount FROM year_sum", row -> row.text()));
    }

    void decides(String item, String backend, Answer answer) {
        var combine = new Combine(
                StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS), Books.BACK_ENDS, partners, "account");
        Instant now = clock.instant();
        String ref = backend + " " + answer.outcome() + " of " + item;
        var entry = new DecisionEntry(
                item, backend, ref, "13", answer.toJson(), answer.outcome().ends(), now, now, new byte[] {1});
        journal.decisions().decide(List.of(entry), combine.by(clock));
    }

    private static Tax tax(String type, String amount) {
        return new Tax(type, 1, null, null, new BigDecimal(amount), "EUR");
    }
}
