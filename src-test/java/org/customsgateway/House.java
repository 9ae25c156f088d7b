package org.customsgateway;

/** A small XFZB of firms that do not exist; its goods decide what the simulated risk back-end says. */
record House(String number, String goods, String purpose) {

    static House of(String number, String goods) {
        return new House(number, goods, "Creation");
    }

    House amended(String otherGoods) {
        return new House(number, otherGoods, "Update");
    }

    House deleted() {
        return new House(number, goods, "Deletion");
    }

    /** @param message its own number: the same house in another message has other bytes */
    String xml(int message) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rsm:HouseWaybill xmlns:rsm="iata:housewaybill:1" xmlns:ram="iata:datamodel:3">
                  <rsm:MessageHeaderDocument>
                    <ram:ID>%1$s-%4$d</ram:ID>
                    <ram:Name>House Waybill</ram:Name>
                    <ram:TypeCode>703</ram:TypeCode>
                    <ram:IssueDateTime>2026-11-20T09:15:00Z</ram:IssueDateTime>
                    <ram:PurposeCode>%3$s</ram:PurposeCode>
                    <ram:VersionID>3.00</ram:VersionID>
                    <ram:SenderParty><ram:PrimaryID schemeID="C">EXAMPLECARGO</ram:PrimaryID></ram:SenderParty>
                    <ram:RecipientParty><ram:PrimaryID schemeID="C">EXAMPLECUSTOMS</ram:PrimaryID></ram:RecipientParty>
                  </rsm:MessageHeaderDocument>
                  <rsm:BusinessHeaderDocument>
                    <ram:ID>%1$s</ram:ID>
                    <ram:SignatoryConsignorAuthentication><ram:Signatory>X</ram:Signatory></ram:SignatoryConsignorAuthentication>
                    <ram:SignatoryCarrierAuthentication>
                      <ram:ActualDateTime>2026-11-20T09:00:00</ram:ActualDateTime>
                      <ram:Signatory>X</ram:Signatory>
                    </ram:SignatoryCarrierAuthentication>
                  </rsm:BusinessHeaderDocument>
                  <rsm:MasterConsignment>
                    <ram:TransportContractDocument><ram:ID>000-12345675</ram:ID></ram:TransportContractDocument>
                    <ram:IncludedHouseConsignment>
                      <ram:IncludedTareGrossWeightMeasure unitCode="KGM">12.5</ram:IncludedTareGrossWeightMeasure>
                      <ram:TotalPieceQuantity>2</ram:TotalPieceQuantity>
                      <ram:SummaryDescription>%2$s</ram:SummaryDescription>
                      %5$s
                      <ram:OriginLocation><ram:ID>AMS</ram:ID></ram:OriginLocation>
                      <ram:FinalDestinationLocation><ram:ID>YYZ</ram:ID></ram:FinalDestinationLocation>
                    </ram:IncludedHouseConsignment>
                  </rsm:MasterConsignment>
                </rsm:HouseWaybill>
                """.formatted(
                        number,
                        goods,
                        purpose,
                        message,
                        party("Consignor", "Utrecht", "NL") + party("Consignee", "Toronto", "CA"));
    }

    private static String party(String role, String city, String country) {
        return """
                <ram:%sParty>
                        <ram:Name>Example %s</ram:Name>
                        <ram:PostalStructuredAddress>
                          <ram:StreetName>Sample Street 1</ram:StreetName>
                          <ram:CityName>%s</ram:CityName>
                          <ram:CountryID>%s</ram:CountryID>
                        </ram:PostalStructuredAddress>
                      </ram:%1$sParty>
                      """.formatted(role, role, city, country);
    }
}
