package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.customsgateway.xsd.wco.MetaData;
import org.customsgateway.xsd.wco.dec.Declaration;
import org.customsgateway.xsd.wco.dec.GoodsShipment;
import org.customsgateway.xsd.wco.dec.GovernmentAgencyGoodsItem;
import org.customsgateway.xsd.wco.dec.type.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WcoModelTest {

    private static final WcoModel MODEL = Shipped.model();
    private static final String OPEN = "<md:MetaData xmlns:md='urn:wco:datamodel:WCO:DocumentMetaData-DMS:2'"
            + " xmlns='urn:wco:datamodel:WCO:DEC-DMS:2' xmlns:dt='urn:wco:datamodel:WCO:Declaration_DS:DMS:2'>";

    @Test
    void aDeclarationComesBackAsItWasWritten() {
        MetaData written = new MetaData();
        written.setWCOTypeName("DEC");
        written.setDeclaration(declaration());

        byte[] bytes = MODEL.write(written);

        assertThat(MODEL.validateDeclaration(bytes)).isEmpty();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("<dec:Declaration")
                .doesNotContain("\n");
        GovernmentAgencyGoodsItem item = MODEL.read(bytes)
                .getDeclaration()
                .getGoodsShipment()
                .getGovernmentAgencyGoodsItems()
                .get(0);
        assertThat(item.getCustomsValueAmount().getValue()).isEqualTo("12.50");
        assertThat(item.getCustomsValueAmount().getCurrencyID()).isEqualTo("EUR");
    }

    private static Declaration declaration() {
        Amount value = new Amount();
        value.setValue(new BigDecimal("12.50"));
        value.setCurrencyID("EUR");
        GovernmentAgencyGoodsItem item = new GovernmentAgencyGoodsItem();
        item.setCustomsValueAmount(value);
        item.setSequenceNumeric(BigDecimal.ONE);
        GoodsShipment shipment = new GoodsShipment();
        shipment.getGovernmentAgencyGoodsItems().add(item);
        Declaration declaration = new Declaration();
        declaration.setFunctionCode("9");
        declaration.setGoodsShipment(shipment);
        return declaration;
    }

    @Test
    void everyFaultIsFoundWithItsPathPlaceAndWcoId() {
        List<WcoFinding> findings = MODEL.validateDeclaration(document("""
                <Declaration>
                  <FunctionCode>8</FunctionCode>
                  <ProcedureCategory>H7</ProcedureCategory>
                  <TypeCode listID="x">IMA</TypeCode>
                  <ID>late</ID>
                  <AcceptanceDateTime><dt:DateTimeString formatCode="203">20260101</dt:DateTimeString></AcceptanceDateTime>
                  <GoodsShipment>
                    <GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem>
                    <GovernmentAgencyGoodsItem>
                      <CustomsValueAmount currencyID="eur">twelve</CustomsValueAmount>
                      <Commodity><Description> </Description><Description>x</Description></Commodity>
                    </GovernmentAgencyGoodsItem>
                    <Seller><Communication><URL>u</URL></Communication></Seller>
                    <Marketplace><Communication/></Marketplace>
                  </GoodsShipment>
                </Declaration>"""));

        assertThat(findings.stream()
                        .map(f -> f.line() + " " + f.rule() + " " + f.path() + " " + f.wcoId() + " " + f.value()))
                .containsExactly(
                        "3 WCO-pattern-valid Declaration/FunctionCode 017 8",
                        "4 WCO-PROFILE Declaration/ProcedureCategory  ",
                        "5 WCO-PROFILE Declaration/TypeCode/@listID D013 x",
                        "6 WCO-ORDER Declaration/ID D014 ",
                        "7 WCO-ORDER Declaration/AcceptanceDateTime 023 ",
                        "7 WCO-pattern-valid Declaration/AcceptanceDateTime/DateTimeString 023 ",
                        "11 WCO-pattern-valid Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/CustomsValueAmount 108 ",
                        "11 WCO-datatype-valid.1.2.1 Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/CustomsValueAmount 108 twelve",
                        "12 WCO-pattern-valid Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description 137 ",
                        "12 WCO-ORDER Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description 137 ",
                        "13 WCO-REQUIRED Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/SequenceNumeric 006 ",
                        "14 WCO-PROFILE Declaration/GoodsShipment/Seller/Communication/URL  ",
                        "15 WCO-PROFILE Declaration/GoodsShipment/Marketplace  ",
                        "15 WCO-PROFILE Declaration/GoodsShipment/Marketplace/Communication 25A ");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.column()).isPositive());
    }

    @Test
    void sentencesAreInOneLanguage() {
        List<WcoFinding> findings =
                MODEL.validateDeclaration(document("<Declaration><FunctionCode>8</FunctionCode></Declaration>"));
        assertThat(findings)
                .singleElement()
                .extracting(WcoFinding::text)
                .asString()
                .startsWith("Value '8' is not facet-valid");
        assertThat(MODEL.validateDeclaration("<a>".getBytes(StandardCharsets.UTF_8)))
                .last()
                .extracting(WcoFinding::text)
                .asString()
                .startsWith("XML document structures must start and end within the same entity");
    }

    @Test
    void theWrongMessageIsOneFault() {
        byte[] declaration =
                document("<Declaration><FunctionCode>9</FunctionCode><TypeCode>IMA</TypeCode></Declaration>");
        assertThat(MODEL.validateDeclaration(declaration)).isEmpty();
        assertThat(MODEL.validateResponse(declaration))
                .extracting(WcoFinding::rule)
                .containsExactly("WCO-ROOT");
        assertThat(MODEL.validateDeclaration(
                        "<Declaration><FunctionCode/></Declaration>".getBytes(StandardCharsets.UTF_8)))
                .extracting(WcoFinding::text)
                .containsExactly("'Declaration' found where MetaData with Declaration is expected");
        assertThat(MODEL.validateDeclaration((OPEN + "</md:MetaData>").getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void aForgottenNamespaceIsSaid() {
        byte[] bytes =
                document("<Declaration><FunctionCode>9</FunctionCode><TypeCode xmlns=''>IMA</TypeCode></Declaration>");
        assertThat(MODEL.validateDeclaration(bytes))
                .extracting(WcoFinding::text)
                .containsExactly("'TypeCode' is not in namespace '' there");
    }

    @Test
    void twoHundredFaultsAreTwoHundredFindingsAndAFloodIsCut() {
        assertThat(MODEL.validateDeclaration(items(200))).hasSize(200);
        assertThat(MODEL.validateDeclaration(items(5000))).hasSize(WcoFaults.LIMIT);
    }

    private static byte[] items(int count) {
        String item =
                "<GovernmentAgencyGoodsItem><SequenceNumeric>%d</SequenceNumeric><Commodity><Description/></Commodity></GovernmentAgencyGoodsItem>";
        StringBuilder items = new StringBuilder();
        IntStream.rangeClosed(1, count).forEach(n -> items.append(item.formatted(n)));
        return document("<Declaration><FunctionCode>9</FunctionCode><GoodsShipment>" + items
                + "</GoodsShipment></Declaration>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE md:MetaData>",
                "<!DOCTYPE md:MetaData [<!ENTITY a 'IMA'>]>",
                "<!DOCTYPE md:MetaData [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE md:MetaData SYSTEM 'http://localhost:1/x.dtd'>"
            })
    void aDoctypeIsRefused(String doctype) {
        String message = new String(
                document("<Declaration><FunctionCode>9</FunctionCode><TypeCode>IMA</TypeCode></Declaration>"),
                StandardCharsets.UTF_8);
        byte[] hostile = (doctype + message).getBytes(StandardCharsets.UTF_8);
        assertThat(MODEL.validateDeclaration(hostile))
                .extracting(WcoFinding::rule)
                .containsExactly("XML-DOCTYPE");
        assertThatThrownBy(() -> MODEL.read(hostile)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "IBM037", "UTF-8"})
    void aDoctypeIsRefusedInEveryEncoding(String encoding) {
        String hostile = "<?xml version='1.0' encoding='" + encoding + "'?><!DOCTYPE a [<!ENTITY nine '9'>]>" + OPEN
                + "<Declaration><FunctionCode>&nine;</FunctionCode></Declaration></md:MetaData>";
        byte[] bytes = hostile.getBytes(Charset.forName(encoding));
        assertThat(MODEL.validateDeclaration(bytes))
                .extracting(WcoFinding::rule)
                .containsExactly("XML-DOCTYPE");
    }

    @Test
    void anEntityWithoutADoctypeIsNotWellFormed() {
        byte[] hostile = document("<Declaration><FunctionCode>&nine;</FunctionCode></Declaration>");
        assertThat(MODEL.validateDeclaration(hostile))
                .extracting(WcoFinding::rule)
                .contains("XML-WELL-FORMED");
        assertThatThrownBy(() -> MODEL.read(hostile)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSchemaThatTheDocumentBringsAlongIsIgnored(@TempDir Path folder) throws IOException {
        Path schema = folder.resolve("own.xsd");
        Files.writeString(schema, """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:wco:datamodel:WCO:DEC-DMS:2">
                  <xs:element name="Declaration"/>
                </xs:schema>""");
        byte[] hostile = document(
                "<Declaration xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:wco:datamodel:WCO:DEC-DMS:2 "
                        + schema.toUri() + "'><Anything/></Declaration>");
        assertThat(MODEL.validateDeclaration(hostile))
                .extracting(WcoFinding::rule)
                .containsExactly("WCO-PROFILE", "WCO-REQUIRED");
    }

    @Test
    void aTypeThatTheDocumentChoosesIsRefused() {
        byte[] hostile = document(
                "<Declaration xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='Declaration'><FunctionCode>9</FunctionCode></Declaration>");
        assertThat(MODEL.validateDeclaration(hostile))
                .extracting(WcoFinding::path)
                .containsExactly("Declaration/@xsi:type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "<a", "\u0000"})
    void whatIsNoXmlIsAFinding(String rubbish) {
        byte[] bytes = rubbish.getBytes(StandardCharsets.UTF_8);
        assertThat(MODEL.validateDeclaration(bytes))
                .extracting(WcoFinding::rule)
                .containsExactly("XML-WELL-FORMED");
        assertThatThrownBy(() -> MODEL.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesThatAreNoUtf8AreAFinding() {
        byte[] bytes =
                document("<Declaration><FunctionCode>\u00e9</FunctionCode></Declaration>", StandardCharsets.ISO_8859_1);
        assertThat(MODEL.validateDeclaration(bytes))
                .extracting(WcoFinding::rule)
                .contains("XML-WELL-FORMED");
    }

    @Test
    void manyThreadsShareOneModel() {
        byte[] good = document("<Declaration><FunctionCode>9</FunctionCode></Declaration>");
        byte[] bad = document("<Declaration><FunctionCode>8</FunctionCode></Declaration>");
        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .map(n -> MODEL.validateDeclaration(n % 2 == 0 ? good : bad)
                                        .size()
                                + MODEL.read(MODEL.write(MODEL.read(good)))
                                        .getDeclaration()
                                        .getFunctionCode()
                                        .length())
                        .sum())
                .isEqualTo(3000);
    }

    private static byte[] document(String declaration) {
        return document(declaration, StandardCharsets.UTF_8);
    }

    private static byte[] document(String declaration, Charset charset) {
        return (OPEN + "\n" + declaration + "</md:MetaData>").getBytes(charset);
    }
}
