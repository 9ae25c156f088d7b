package org.customsgateway.bench;

import java.nio.charset.StandardCharsets;

/** An ITMATT interchange of items as a shop sends them, about 2.2 KB each: two pieces, an order, an IOSS number. Made up. */
final class MapSample {

    private MapSample() {}

    static byte[] interchange(int items) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Itmatt xmlns="urn:customsgateway:upu:postal:1">
                  <MessageReference>FR-2026-0001</MessageReference>
                  <PreparedAt>2026-11-21T08:30:00Z</PreparedAt>
                  <SenderPost>FRCDGA</SenderPost>
                  <ReceiverPost>NLHAGI</ReceiverPost>
                """);
        for (int i = 0; i < items; i++) {
            xml.append(ITEM);
        }
        return xml.append("</Itmatt>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final String ITEM = """
              <Item>
                <ItemId>CV473124829FR</ItemId>
                <PostingDate>2026-11-20</PostingDate>
                <OriginPost>FRCDGA</OriginPost>
                <DestinationPost>NLHAGI</DestinationPost>
                <MailClass>C</MailClass>
                <NatureOfTransaction>11</NatureOfTransaction>
                <GrossWeight>0.650</GrossWeight>
                <Postage currency="EUR">14.50</Postage>
                <Sender>
                  <Name>Odile Exemple</Name>
                  <Address>
                    <Line>1 rue de l'Exemple</Line>
                    <City>Lyon</City>
                    <Postcode>69001</Postcode>
                    <Country>FR</Country>
                  </Address>
                  <Telephone>+33 0 00 00 00 00</Telephone>
                </Sender>
                <Recipient>
                  <Name>Jan Voorbeeld</Name>
                  <Address>
                    <Line>Voorbeeldstraat 1</Line>
                    <City>Utrecht</City>
                    <Postcode>3511 AB</Postcode>
                    <Country>NL</Country>
                  </Address>
                  <Email>jan@voorbeeld.example</Email>
                </Recipient>
                <FiscalReference>
                  <Id>IM0000000001</Id>
                  <Role>FR5</Role>
                </FiscalReference>
                <ContentPiece>
                  <Sequence>1</Sequence>
                  <Description>Cotton T-shirt, knitted, for women</Description>
                  <HS>610910</HS>
                  <Quantity>1</Quantity>
                  <NetWeight>0.200</NetWeight>
                  <Value currency="EUR">19.90</Value>
                  <OriginCountry>PT</OriginCountry>
                </ContentPiece>
                <ContentPiece>
                  <Sequence>2</Sequence>
                  <Description>Porcelain cup with handle</Description>
                  <HS>691110</HS>
                  <Quantity>2</Quantity>
                  <NetWeight>0.300</NetWeight>
                  <Value currency="EUR">12.00</Value>
                  <OriginCountry>PT</OriginCountry>
                </ContentPiece>
              </Item>
            """;
}
