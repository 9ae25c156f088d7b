package org.customsgateway.mapping.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.mapping.GoldenDeclarations;
import org.customsgateway.mapping.WcoModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    private static final WcoModel WCO = WcoModel.load(Path.of("xsd"));
    private static final Path SHIPPED = Path.of("mappings/_shared/views");
    private static final Pattern NAMES = Pattern.compile("<([A-Za-z:]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mail-security", "statistics"})
    void what_is_left_of_any_declaration_is_valid(String name) throws IOException {
        View view =
                Views.read(SHIPPED, Path.of("xsd"), WCO.positions()).find(name).orElseThrow();
        List<String> all = GoldenDeclarations.all();
        assertThat(all).hasSizeGreaterThan(100);
        for (String document : all) {
            byte[] left = view.of(document.getBytes(StandardCharsets.UTF_8));
            assertThat(WCO.validateDeclaration(left))
                    .as(() -> new String(left, StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(left.length).isLessThan(document.length());
        }
    }

    @Test
    void nobodys_name_is_left_for_statistics() throws IOException {
        View view = Views.read(SHIPPED, Path.of("xsd"), WCO.positions())
                .find("statistics")
                .orElseThrow();
        Set<String> names = new TreeSet<>();
        for (String document : GoldenDeclarations.all()) {
            Matcher name = NAMES.matcher(
                    new String(view.of(document.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        assertThat(names).contains("Classification", "CountryCode").doesNotContain("Name", "Line", "Exporter", "UCR");
    }

    @Test
    void order_attributes_and_what_surrounds_the_declaration_stay() {
        View view = view(
                "Declaration/FunctionCode",
                "Declaration/ID",
                "Declaration/TypeCode",
                "Declaration/IssueDateTime",
                "Declaration/GoodsShipment/Consignee/Address/CountryCode");
        String left = of(view, """
                <?xml version="1.0"?><!-- > --><m:MetaData xmlns:m="a>b" xmlns='c'><m:Type>DEC</m:Type>
                <Declaration><FunctionCode>9</FunctionCode><ID a="/>">X</ID><Agent><ID>Y</ID></Agent><Agent/>
                <GoodsShipment><Consignee><Name><![CDATA[</Name>]]></Name><Address>
                <CountryCode>NL</CountryCode></Address></Consignee></GoodsShipment></Declaration></m:MetaData>""");
        assertThat(left.replaceAll("\\s*\n\\s*", "")).isEqualTo("""
                <?xml version="1.0"?><!-- > --><m:MetaData xmlns:m="a>b" xmlns='c'><m:Type>DEC</m:Type>\
                <Declaration><FunctionCode>9</FunctionCode><ID a="/>">X</ID>\
                <GoodsShipment><Consignee><Address>\
                <CountryCode>NL</CountryCode></Address></Consignee></GoodsShipment></Declaration></m:MetaData>""");
    }

    @Test
    void a_class_of_which_nothing_is_left_is_not_there_unless_it_is_counted() {
        View view = view(
                "Declaration/FunctionCode",
                "Declaration/ID",
                "Declaration/TypeCode",
                "Declaration/IssueDateTime",
                "Declaration/GoodsShipment/Consignee/Address/CountryCode",
                "Declaration/GoodsShipment/GovernmentAgencyGoodsItem/SequenceNumeric",
                "Declaration/GoodsShipment/GovernmentAgencyGoodsItem/AdditionalInformation/StatementCode");
        assertThat(
                        of(
                                view,
                                "<MetaData><Declaration><GoodsShipment><Consignee><Name>N</Name></Consignee>"
                                        + "<GovernmentAgencyGoodsItem><AdditionalInformation><Pointer/></AdditionalInformation>"
                                        + "<AdditionalInformation/></GovernmentAgencyGoodsItem></GoodsShipment></Declaration></MetaData>"))
                .isEqualTo(
                        "<MetaData><Declaration><GoodsShipment>"
                                + "<GovernmentAgencyGoodsItem><AdditionalInformation></AdditionalInformation>"
                                + "<AdditionalInformation/></GovernmentAgencyGoodsItem></GoodsShipment></Declaration></MetaData>");
    }

    @Test
    void all_that_is_wrong_is_told_with_file_and_line() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                title: A
                positions:
                  - Declaration/Exporter/Nmae
                  - Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description
                keeps: [ ]
                """);
        assertThatThrownBy(() -> Views.read(folder, Path.of("xsd"), WCO.positions()))
                .hasMessageContainingAll(
                        "views/a.yaml:1: basis is missing",
                        "views/a.yaml:5: unknown key keeps",
                        "views/a.yaml:2: no position of the declaration: Declaration/Exporter/Nmae",
                        "views/a.yaml:2: Declaration/FunctionCode is needed");
    }

    @Test
    void properties_that_are_not_listed_do_not_come_along() {
        var view = new View("v", declaration -> declaration, Set.of("partnerKind"));
        assertThat(view.of(Map.of("partner", "post-a", "partnerKind", "POST")))
                .isEqualTo(Map.of("partnerKind", "POST"));
    }

    private View view(String... positions) {
        try {
            Files.writeString(
                    folder.resolve("v.yaml"),
                    "title: V\nbasis: B\npositions: [" + String.join(", ", positions) + "]\n");
            return Views.read(folder, Path.of("xsd"), WCO.positions()).find("v").orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String of(View view, String document) {
        return new String(view.of(document.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
