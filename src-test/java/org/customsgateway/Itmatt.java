package org.customsgateway;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small ITMATT interchanges of people who do not exist. */
public final class Itmatt {

    /** An item of this id has a weight that is none. */
    static final String BAD = "BADITEM000001";

    private Itmatt() {}

    public static String with(String... items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Itmatt xmlns="urn:customsgateway:upu:postal:1">
                  <MessageReference>REF-%s</MessageReference>
                  <PreparedAt>2026-11-21T08:30:00Z</PreparedAt>
                  <SenderPost>FRCDGA</SenderPost>
                  <ReceiverPost>NLHAGI</ReceiverPost>
                %s</Itmatt>
                """.formatted(items[0], Stream.of(items).map(Itmatt::item).collect(Collectors.joining()));
    }

    private static String item(String id) {
        return """
                  <Item>
                    <ItemId>%s</ItemId>
                    <PostingDate>2026-11-20</PostingDate>
                    <OriginPost>FRCDGA</OriginPost>
                    <DestinationPost>NLHAGI</DestinationPost>
                    <MailClass>C</MailClass>
                    <NatureOfTransaction>11</NatureOfTransaction>
                    <GrossWeight>%s</GrossWeight>
                    <Sender>
                      <Name>Odile Exemple</Name>
                      <Address>
                        <Line>1 rue de l'Exemple</Line>
                        <City>Lyon</City>
                        <Postcode>69001</Postcode>
                        <Country>FR</Country>
                      </Address>
                    </Sender>
                    <Recipient>
                      <Name>Jan Voorbeeld</Name>
                      <Address>
                        <Line>Voorbeeldstraat 1</Line>
                        <City>Utrecht</City>
                        <Postcode>3511 AB</Postcode>
                        <Country>NL</Country>
                      </Address>
                    </Recipient>
                    <ContentPiece>
                      <Sequence>1</Sequence>
                      <Description>Cotton T-shirt</Description>
                      <Quantity>1</Quantity>
                      <NetWeight>0.200</NetWeight>
                      <Value currency="EUR">19.90</Value>
                    </ContentPiece>
                  </Item>
                """.formatted(id, id.equals(BAD) ? "heavy" : "0.350");
    }
}
