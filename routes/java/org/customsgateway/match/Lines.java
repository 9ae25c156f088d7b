package org.customsgateway.match;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.PlainTree;

/**
 * The goods of a WCO declaration as one text that is the same for the same articles, quantities and prices, in whatever order:
 * article number (Classification SK, 145) or else the line's number (006), quantity (130) and price (112).
 */
final class Lines {

    private Lines() {}

    /** Empty where there are none. */
    static String of(byte[] declaration) {
        try {
            List<String> lines = PlainTree.read(declaration).children("Declaration").stream()
                    .flatMap(each -> each.children("GoodsShipment").stream())
                    .flatMap(each -> each.children("GovernmentAgencyGoodsItem").stream())
                    .map(Lines::line)
                    .sorted()
                    .toList();
            if (lines.isEmpty()) {
                return "";
            }
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (XMLStreamException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    private static String line(Element goods) {
        String article = goods.children("Commodity").stream()
                .flatMap(each -> each.children("Classification").stream())
                .filter(each -> each.textAt("IdentificationTypeCode").equals("SK"))
                .map(each -> each.textAt("ID"))
                .findFirst()
                .orElseGet(() -> goods.textAt("SequenceNumeric"));
        return article + " " + plain(goods.textAt("Commodity", "GoodsMeasure", "TariffQuantity")) + " "
                + plain(goods.textAt("Commodity", "InvoiceLine", "ItemChargeAmount"));
    }

    private static String plain(String number) {
        return number.isEmpty()
                ? ""
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
