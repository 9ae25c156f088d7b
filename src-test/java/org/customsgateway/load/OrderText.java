package org.customsgateway.load;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Orders in the gateway's own JSON, made up, a kilobyte each. */
public final class OrderText {

    private OrderText() {}

    public static String of(int serial) {
        return """
                {"orderNo":"LOAD-%09d","orderedAt":"2026-11-20T09:14:00+08:00",\
                "platform":{"id":"EXAMPLE-MARKET","name":"Example Market"},\
                "merchant":{"id":"M-4711","name":"Teehaus Beispiel GmbH"},\
                "currency":"EUR","goodsValue":"25.00","freight":"4.90","amountPaid":"29.90",\
                "buyer":{"name":"Zoë Example","identity":{"type":"NATIONAL_ID","country":"PT","token":"tok_5f2c9a7be1d04c33"}},\
                "consignee":{"name":"Zoë Example","address":{"lines":["Rua do Exemplo 1"],"city":"Lisboa",\
                "postcode":"1100-001","country":"PT"}},\
                "lines":[{"lineNo":"1","sku":"TEA-GRN-100","description":"Green tea, loose leaves, 100 g","hsCode":"090210",\
                "originCountry":"CN","quantity":"2","unit":"C62","unitPrice":"12.50","totalPrice":"25.00"}]}""".formatted(serial);
    }

    /** An array of them. */
    public static String batch(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(OrderText::of).collect(Collectors.joining(",", "[", "]"));
    }
}
