package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.customsgateway.message.FormatId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

    @TempDir
    Path folder;

    private Path home;
    private Formats formats;

    @BeforeEach
    void open() throws IOException {
        home = Drawer.copy(folder.resolve("home"));
        formats = Drawer.open(home);
        assertThat(formats.faults()).isEmpty();
    }

    @AfterEach
    void close() {
        formats.close();
    }

    private void edit(String file, String what, String with) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, with));
    }

    private String declaration() {
        Mapping mapping = formats.current(Drawer.PARCELS);
        byte[] raw = Drawer.bytes(Parcels.of(Parcels.good("RR473124829XX")));
        return new String(Drawer.read(mapping, raw).get(0).declaration(), StandardCharsets.UTF_8);
    }

    /** What a broken edit is told, while the last good version stays in use. */
    private List<String> broken() {
        String version = formats.current(Drawer.PARCELS).version();
        formats.reload();
        assertThat(formats.current(Drawer.PARCELS).version()).isEqualTo(version);
        assertThat(declaration()).contains("<Name>Zoë</Name>");
        return formats.faults().stream().map(MappingFault::toString).toList();
    }

    @Test
    void an_edit_is_taken_up_whole_and_has_a_version_of_its_own() throws IOException {
        Mapping before = formats.current(Drawer.PARCELS);
        edit(
                "mappings/parcels/to-wco.ftl",
                "<FunctionCode>${input.functionCode}",
                "<FunctionCode>x${input.functionCode}");
        formats.reload();
        assertThat(declaration()).contains("<FunctionCode>x9</FunctionCode>");
        assertThat(formats.current(Drawer.PARCELS).version()).isNotEqualTo(before.version());
        byte[] raw = Drawer.bytes(Parcels.of(Parcels.good("RR473124829XX")));
        assertThat(new String(Drawer.read(before, raw).get(0).declaration(), StandardCharsets.UTF_8))
                .as("a mapping in use never changes")
                .contains("<FunctionCode>9</FunctionCode>");
    }

    @Test
    void shared_files_schemas_and_code_lists_belong_to_the_version() throws IOException {
        String version = formats.current(Drawer.PARCELS).version();
        for (List<String> one : List.of(
                List.of("mappings/_shared/fit.ftl", "R014", "R015"),
                List.of("xsd/_shared/basics.xsd", "value=\"20\"", "value=\"21\""),
                List.of("mappings/_shared/codes/nature.csv", "GIFT,31", "GIFT,32"),
                List.of("mappings/parcels/format.yaml", "a small format", "the small format"))) {
            edit(one.get(0), one.get(1), one.get(2));
            formats.reload();
            assertThat(formats.faults()).isEmpty();
            assertThat(formats.current(Drawer.PARCELS).version()).isNotEqualTo(version);
            version = formats.current(Drawer.PARCELS).version();
        }
        assertThat(declaration()).contains("<TransactionNatureCode>32<");
    }

    @Test
    void what_did_not_change_is_not_made_again() {
        Mapping before = formats.current(Drawer.PARCELS);
        formats.reload();
        assertThat(formats.current(Drawer.PARCELS)).isSameAs(before);
    }

    @Test
    void a_watcher_takes_edits_up_by_itself() throws IOException {
        formats.watch(Duration.ofMillis(20));
        edit("mappings/_shared/codes/nature.csv", "GIFT,31", "GIFT,35");
        await().untilAsserted(() -> assertThat(declaration()).contains("<TransactionNatureCode>35<"));
        edit("mappings/parcels/to-wco.ftl", "</Declaration>", "");
        await().untilAsserted(() -> assertThat(formats.faults()).isNotEmpty());
        edit("mappings/parcels/to-wco.ftl", "</MetaData>", "</Declaration></MetaData>");
        await().untilAsserted(() -> assertThat(formats.faults()).isEmpty());
    }

    @Test
    void a_template_that_is_nested_too_deep_ends_neither_the_format_nor_the_watch() throws IOException {
        String deep = "<#if true>".repeat(50_000) + "</#if>".repeat(50_000);
        formats.watch(Duration.ofMillis(20));
        edit("mappings/parcels/to-wco.ftl", "</Declaration>", deep + "</Declaration>");
        await().untilAsserted(() -> assertThat(formats.faults())
                .singleElement()
                .asString()
                .isEqualTo("mappings/parcels: one of its files is nested too deep"));
        assertThat(declaration()).contains("<Name>Zoë</Name>");
        edit("mappings/parcels/to-wco.ftl", deep, "");
        await().untilAsserted(() -> assertThat(formats.faults()).isEmpty());
    }

    @Test
    void a_template_that_does_not_parse_is_told_with_its_line() throws IOException {
        edit("mappings/parcels/to-wco.ftl", "${fit.day(item.Posted)}", "${fit.day(item.Posted}");
        assertThat(broken()).singleElement().asString().startsWith("mappings/parcels/to-wco.ftl:");
    }

    @Test
    void a_source_path_that_does_not_exist_is_told_with_its_line() throws IOException {
        edit("mappings/parcels/to-wco.ftl", "${line.Text}", "${line.Txt}");
        edit("mappings/_shared/fit.ftl", "${who.City}", "${who.Town}");
        assertThat(broken())
                .containsExactlyInAnyOrder(
                        "mappings/_shared/fit.ftl:10: the source has no 'To/Town'",
                        "mappings/_shared/fit.ftl:10: the source has no 'From/Town'",
                        "mappings/parcels/to-wco.ftl:30: the source has no 'Line/Txt'");
    }

    @Test
    void a_target_element_that_does_not_exist_is_told_with_its_line() throws IOException {
        edit(
                "mappings/parcels/to-wco.ftl",
                "<Description>${line.Text}</Description>",
                "<Describe>${line.Text}</Describe>");
        edit("mappings/parcels/to-wco.ftl", "currencyID", "currency");
        assertThat(broken())
                .containsExactly(
                        "mappings/parcels/to-wco.ftl:30: the target has no"
                                + " 'MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Describe'",
                        "mappings/parcels/to-wco.ftl:32: the target has no"
                                + " 'MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/ItemChargeAmount/@currency'");
    }

    @Test
    void a_format_file_is_held_against_its_schema() throws IOException {
        edit("mappings/parcels/format.yaml", "origin: From/Country", "origin: From/Land");
        edit("mappings/parcels/format.yaml", "path: Line/HS,", "path: Line/Hs,");
        assertThat(broken())
                .containsExactly(
                        "mappings/parcels/format.yaml:11: the source has no 'From/Land'",
                        "mappings/parcels/format.yaml:18: the source has no 'Line/Hs'");
    }

    @Test
    void every_mistake_in_a_format_file_is_told_with_line_and_key() throws IOException {
        edit("mappings/parcels/format.yaml", "title:", "titel:");
        edit("mappings/parcels/format.yaml", "reader: xml", "reader: morse");
        edit("mappings/parcels/format.yaml", "check: s10, severity: warn", "check: s11, severity: maybe");
        assertThat(broken())
                .containsExactlyInAnyOrder(
                        "mappings/parcels/format.yaml:2: titel is not a key of this file",
                        "mappings/parcels/format.yaml:1: title is missing",
                        "mappings/parcels/format.yaml:4: reader 'morse' is none of " + Syntaxes.NAMES,
                        "mappings/parcels/format.yaml:15: rules.check: 's11' is none of [code, country, currency, maxLength,"
                                + " minLength, notBlank, pattern, positive, s10]",
                        "mappings/parcels/format.yaml:15: rules.severity is neither warn nor reject");
    }

    @Test
    void yaml_that_is_none_is_told_with_its_line() throws IOException {
        edit("mappings/parcels/format.yaml", "reader: xml", "reader: [xml");
        assertThat(broken()).singleElement().asString().startsWith("mappings/parcels/format.yaml:");
    }

    @Test
    void a_schema_that_is_broken_or_missing_is_told_with_its_line() throws IOException {
        edit(
                "xsd/parcels/parcels.xsd",
                "type=\"Party\"/>\n        <xs:element name=\"To\"",
                "type=\"Patry\"/>\n        <xs:element name=\"To\"");
        assertThat(broken()).singleElement().asString().startsWith("xsd/parcels/parcels.xsd:26: src-resolve");
        edit("xsd/parcels/parcels.xsd", "../_shared/basics.xsd", "../../etc/basics.xsd");
        assertThat(broken())
                .singleElement()
                .asString()
                .contains("xsd/parcels/parcels.xsd:3")
                .contains("missing");
    }

    @Test
    void what_a_mapping_may_not_do_is_found_before_it_runs() throws IOException {
        for (String forbidden : List.of(
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${item?api}",
                "${\"1+1\"?eval}",
                "<#assign x=\"a\"?interpret>",
                "${item.Id?no_esc}",
                "<#noautoesc>x</#noautoesc>",
                "<#setting locale=\"de\">",
                "<#include \"/parcels/reply.ftl\">",
                "<#list 1.. as i></#list>",
                "<#list 1..item.Id?number as i></#list>",
                "<#list 1..99999999 as i></#list>",
                "${item.Id?left_pad(item.Id?number)}")) {
            Path template = home.resolve("mappings/parcels/to-wco.ftl");
            String good = Files.readString(template);
            edit("mappings/parcels/to-wco.ftl", "<ID>", "<ID>" + forbidden);
            assertThat(broken()).as(forbidden).anyMatch(fault -> fault.startsWith("mappings/parcels/to-wco.ftl:5:"));
            Files.writeString(template, good);
            formats.reload();
            assertThat(formats.faults()).isEmpty();
        }
    }

    @Test
    void an_import_does_not_lead_out_of_the_drawer() throws IOException {
        Files.writeString(folder.resolve("outside.ftl"), "<#function cut v n><#return v></#function>");
        edit("mappings/parcels/to-wco.ftl", "/_shared/fit.ftl", "../../../outside.ftl");
        assertThat(broken()).singleElement().asString().contains("the template is missing");
    }

    @Test
    void a_macro_that_calls_itself_is_found() throws IOException {
        edit("mappings/_shared/fit.ftl", "<Name>${who.Name}</Name>", "<@party who=who/>");
        assertThat(broken()).singleElement().asString().contains("'party' calls itself");
    }

    @Test
    void a_format_that_was_broken_from_the_start_is_unknown_until_it_is_mended() throws IOException {
        Path other = home.resolve("mappings/other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("format.yaml"), "id: else\n");
        formats.reload();
        FormatId id = new FormatId("other");
        assertThat(formats.ids()).containsExactly(Drawer.PARCELS);
        assertThat(formats.faults())
                .isNotEmpty()
                .allMatch(fault -> fault.format().equals("other"));
        assertThatThrownBy(() -> formats.current(id)).isInstanceOf(UnknownFormat.class);
        Files.delete(other.resolve("format.yaml"));
        formats.reload();
        assertThat(formats.faults()).isEmpty();
    }

    @Test
    void a_format_that_vanishes_stays_in_use_and_is_told() throws IOException {
        Files.delete(home.resolve("mappings/parcels/format.yaml"));
        assertThat(broken())
                .containsExactly("mappings/parcels/format.yaml: it is gone; the last good version stays in use");
    }

    @Test
    void a_fault_of_the_mapping_is_ours_with_file_and_line_and_spares_the_neighbours() throws IOException {
        edit("mappings/parcels/to-wco.ftl", "${line.HS}", "${line.HS?number}");
        formats.reload();
        assertThat(formats.faults()).isEmpty();
        byte[] raw = Drawer.bytes(Parcels.of(
                Parcels.good("RR473124829XX"),
                Parcels.good("RR473124829XX").replace("490199", "49 01"),
                Parcels.good("RR473124829XX")));
        List<MappedItem> items = Drawer.read(formats.current(Drawer.PARCELS), raw);
        assertThat(items.get(1).declaration()).isNull();
        assertThat(items.get(1).rejected()).isFalse();
        assertThat(items.get(1).failure()).startsWith("mappings/parcels/to-wco.ftl:31: ");
        assertThat(items.get(0).declaration()).isNotNull();
        assertThat(items.get(2).declaration()).isNotNull();
    }

    @Test
    void output_without_end_is_cut_off() throws IOException {
        edit(
                "mappings/parcels/to-wco.ftl",
                "<#list item.Remark as remark>",
                "<#list 1..9999 as i><#list 1..9999 as remark>");
        edit(
                "mappings/parcels/to-wco.ftl",
                "</AdditionalInformation>\n    </#list>\n    <#list w",
                "</AdditionalInformation>\n    </#list></#list>\n    <#list w");
        formats.reload();
        assertThat(formats.faults()).isEmpty();
        byte[] raw = Drawer.bytes(Parcels.of(Parcels.good("RR473124829XX")));
        assertThat(Drawer.read(formats.current(Drawer.PARCELS), raw).get(0).failure())
                .contains("more than 8388608 characters");
    }
}
