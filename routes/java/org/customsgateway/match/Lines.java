package org.customsgateway.match;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.PlainTree;

/**
 * The goods of a WCO declaration as texts that are the same for the same goods, in whatever order.
 *
 * @param articles article number (Classification SK, 145; a long one in the statement SKU, 225) or else the line's number (006), and
 *     quantity (130); empty where there are no lines
 * @param priced the same with prices (112); empty where a line has none
 */
record Lines(String articles, String priced) {

    static Lines of(byte[] declaration) {
        try {
            List<Element> goods = PlainTree.read(declaration).children("Declaration").stream()
                    .flatMap(each -> each.children("GoodsShipment").stream())
                    .flatMap(each -> each.children("GovernmentAgencyGoodsItem").stream())
                    .toList();
            boolean allPriced = goods.stream().noneMatch(each -> price(each).isEmpty());
            return new Lines(
                    hash(goods.stream().map(Lines::article)),
                    allPriced ? hash(goods.stream().map(each -> article(each) + " " + price(each))) : "");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    private static String article(Element goods) {
        String number = said(goods.children("Commodity"), "Classification", "IdentificationTypeCode", "SK", "ID")
                .or(() -> said(List.of(goods), "AdditionalInformation", "StatementCode", "SKU", "StatementDescription"))
                .orElseGet(() -> goods.textAt("SequenceNumeric"));
        return number + " " + plain(goods.textAt("Commodity", "GoodsMeasure", "TariffQuantity"));
    }

    private static String price(Element goods) {
        return plain(goods.textAt("Commodity", "InvoiceLine", "ItemChargeAmount"));
    }

    private static Optional<String> said(List<Element> in, String name, String type, String wanted, String value) {
        return in.stream()
                .flatMap(each -> each.children(name).stream())
                .filter(each -> each.textAt(type).equals(wanted))
                .map(each -> each.textAt(value))
                .findFirst();
    }

    private static String plain(String number) {
        return number.isEmpty()
                ? ""
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String hash(Stream<String> lines) {
        String text = String.join("\n", lines.sorted().toList());
        if (text.isEmpty()) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
