package org.customsgateway;

import java.util.List;
import java.util.stream.Collectors;

/** An order of firms and people that do not exist. */
final class Order {

    private Order() {}

    /** A batch in JSON: one order for each number. */
    static String batch(String id, List<String> numbers) {
        return "{ \"batchId\": \"%s\", \"orders\": [ %s ] }"
                .formatted(id, numbers.stream().map(Order::of).collect(Collectors.joining(", ")));
    }

    private static String of(String number) {
        return """
                {
                  "orderNo": "%s",
                  "orderedAt": "2026-11-20T09:14:00+08:00",
                  "platform": { "id": "EXAMPLE-MARKET", "name": "Example Market" },
                  "merchant": { "id": "M-4711", "name": "Example Teas" },
                  "currency": "EUR",
                  "goodsValue": "25.00",
                  "freight": "4.90",
                  "amountPaid": "29.90",
                  "buyer": { "name": "A. Example", "identity": { "type": "NATIONAL_ID", "country": "PT", "token": "tok_00000001" } },
                  "consignee": {
                    "name": "A. Example",
                    "address": { "lines": [ "Sample Street 1" ], "city": "Lisboa", "postcode": "1100-001", "country": "PT" }
                  },
                  "lines": [ {
                    "lineNo": "1", "sku": "TEA-GRN-100", "description": "Green tea, 100 g", "hsCode": "090210", "originCountry": "CN",
                    "quantity": "2", "unit": "C62", "unitPrice": "12.50", "totalPrice": "25.00"
                  } ]
                }
                """.formatted(number);
    }
}
