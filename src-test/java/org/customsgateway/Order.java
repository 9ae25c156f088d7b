package org.customsgateway;

import java.util.List;
import java.util.stream.Collectors;

/** An order in the gateway's own JSON, of firms that do not exist. */
final class Order {

    private Order() {}

    /** A batch in ASCII: one order for each number. */
    static String batch(String id, List<String> numbers) {
        return "{ \"batchId\": \"%s\", \"orders\": [ %s ] }"
                .formatted(id, numbers.stream().map(Order::of).collect(Collectors.joining(", ")))
                .replace("ë", "\\u00eb");
    }

    static String of(String orderNo) {
        return of(orderNo, "25.00");
    }

    /** @param value of the goods, as text */
    static String of(String orderNo, String value) {
        return """
                {"orderNo": "%s", "orderedAt": "2026-11-20T09:14:00+08:00",
                 "platform": {"id": "EXAMPLE-MARKET", "name": "Example Market"},
                 "merchant": {"id": "M-4711", "name": "Teehaus Beispiel GmbH"},
                 "currency": "EUR", "goodsValue": "%s", "freight": "4.90", "amountPaid": "29.90",
                 "buyer": {"name": "Zoë Example", "identity": {"type": "NATIONAL_ID", "country": "PT", "token": "tok_5f2c9a7be1d04c33"}},
                 "consignee": {"name": "Zoë Example",
                   "address": {"lines": ["Rua do Exemplo 1"], "city": "Lisboa", "postcode": "1100-001", "country": "PT"}},
                 "lines": [{"lineNo": "1", "sku": "TEA-GRN-100", "description": "Green tea, loose leaves, 100 g", "hsCode": "090210",
                   "originCountry": "CN", "quantity": "2", "unit": "C62", "unitPrice": "12.50", "totalPrice": "25.00"}]}
                """.formatted(orderNo, value);
    }

    /** On one line, as newline-delimited JSON has it. */
    static String line(String orderNo) {
        return of(orderNo).replaceAll("\\s*\n\\s*", " ").strip() + "\n";
    }
}
