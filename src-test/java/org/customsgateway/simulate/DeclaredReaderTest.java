package org.customsgateway.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class DeclaredReaderTest {

    static final String DECLARATION = """
            <md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
              <FunctionCode>9</FunctionCode><FunctionalReferenceID>01J-0000001</FunctionalReferenceID>
              <GoodsShipment>
                <Consignment><TransportContractDocument><ID>RR123456785XX</ID></TransportContractDocument></Consignment>
                <GovernmentAgencyGoodsItem>
                  <CustomsValueAmount currencyID="EUR">199.90</CustomsValueAmount><SequenceNumeric>1</SequenceNumeric>
                  <Commodity><Description>phone</Description><Classification><ID>851713</ID></Classification><Classification><ID>SKU-1</ID></Classification>
                    <InvoiceLine><ItemChargeAmount currencyID="USD">220</ItemChargeAmount></InvoiceLine></Commodity>
                  <Origin><CountryCode>CN</CountryCode></Origin>
                </GovernmentAgencyGoodsItem>
                <GovernmentAgencyGoodsItem><SequenceNumeric>2</SequenceNumeric></GovernmentAgencyGoodsItem>
                <UCR><ID>ORDER-1</ID></UCR>
              </GoodsShipment>
            </Declaration></md:MetaData>
            """;

    @Test
    void reads_what_a_back_end_decides_by() throws XMLStreamException {
        assertThat(read(DECLARATION))
                .isEqualTo(new Declared(
                        "id",
                        "1",
                        "01J-0000001",
                        List.of("01J-0000001", "RR123456785XX", "ORDER-1"),
                        List.of("CN"),
                        List.of(
                                new Declared.Goods(1, "851713", new BigDecimal("199.90"), "EUR"),
                                new Declared.Goods(2, "", BigDecimal.ZERO, ""))));
    }

    @Test
    void what_is_no_declaration_is_refused() {
        assertThatThrownBy(() -> read("<a><b></a>")).isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> read(DECLARATION.replace("199.90", "much"))).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void entities_of_others_are_not_fetched() {
        var stealing = "<!DOCTYPE a [<!ENTITY s SYSTEM \"file:///etc/hostname\">]><Declaration>"
                + "<FunctionalReferenceID>&s;</FunctionalReferenceID></Declaration>";
        assertThatThrownBy(() -> read(stealing)).isInstanceOf(XMLStreamException.class);
    }

    private static Declared read(String xml) throws XMLStreamException {
        return DeclaredReader.read("id", "1", xml.getBytes(StandardCharsets.UTF_8));
    }
}
