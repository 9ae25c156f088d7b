package org.customsgateway.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.customsgateway.Needed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseXmlTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Declared TWO_GOODS = new Declared(
            "01J-0000001",
            "2",
            "01J-0000001",
            List.of("RR123456785XX"),
            List.of("CN"),
            List.of(
                    new Declared.Goods(1, "851713", new BigDecimal("199.90"), "EUR"),
                    new Declared.Goods(2, "490199", new BigDecimal("12"), "EUR")));
    private static final Path SHARED = Path.of("../shared/conformance/hmrc-wco/schemas/notification");

    private static Schema ours;
    private static Schema hmrc;

    @ParameterizedTest
    @EnumSource
    void every_answer_is_valid_by_our_schema(Say say) throws Exception {
        if (ours == null) {
            ours = schema("xsd/wco-dec/MetaData.xsd", "xsd/wco-res/Response.xsd");
        }
        validate(ours, say);
    }

    @ParameterizedTest
    @EnumSource
    void every_answer_is_valid_by_the_schema_of_a_real_authority(Say say) throws Exception {
        Needed.folder(SHARED);
        if (hmrc == null) {
            hmrc = schema(SHARED + "/DocumentMetaData_2_DMS.xsd", SHARED + "/WCO_RES_2_DMS.xsd");
        }
        validate(hmrc, say);
    }

    @Test
    void duties_are_assessed_per_goods_item_and_summed() {
        var xml = write(Answer.of(Say.TAX));

        // 199.90: duty 9.99, base 209.89, tax 41.97; 12.00: duty 0.60, base 12.60, tax 2.52
        assertThat(xml)
                .contains("<TaxAssessedAmount currencyID=\"EUR\">55.08</TaxAssessedAmount>")
                .contains("<AdValoremTaxBaseAmount currencyID=\"EUR\">209.89</AdValoremTaxBaseAmount>")
                .contains("<TaxAssessedAmount currencyID=\"EUR\">2.52</TaxAssessedAmount>");
    }

    @Test
    void a_rejection_points_into_the_declaration_level_by_level() {
        assertThat(write(rejection()))
                .contains("<ValidationCode>R-1</ValidationCode>"
                        + "<Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer>"
                        + "<Pointer><DocumentSectionCode>67A</DocumentSectionCode></Pointer>"
                        + "<Pointer><SequenceNumeric>2</SequenceNumeric><DocumentSectionCode>68A</DocumentSectionCode></Pointer>"
                        + "<Pointer><DocumentSectionCode>23A</DocumentSectionCode><TagID>137</TagID></Pointer>");
    }

    private static Answer rejection() {
        return Answer.of(Say.REJECTED).code("R-1").text("Not <this> & that.").pointer("42A/67A/68A[2]/23A#137");
    }

    private static void validate(Schema schema, Say say) throws Exception {
        var plain = Answer.of(say);
        var full = rejection().say(say);
        for (var answer : List.of(plain, full)) {
            schema.newValidator()
                    .validate(new StreamSource(
                            new ByteArrayInputStream(write(answer).getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static String write(Answer answer) {
        var xml = new ResponseXml(BackEnd.REVENUE, NOON).write(TWO_GOODS, answer, "f".repeat(32));
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static Schema schema(String... files) throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Stream.of(files)
                        .map(file -> new StreamSource(Path.of(file).toFile()))
                        .toArray(Source[]::new));
    }
}
