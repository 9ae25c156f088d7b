package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.customsgateway.mapping.Parcels.GOOD;
import static org.customsgateway.mapping.Parcels.declaration;
import static org.customsgateway.mapping.Parcels.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final Mapping MAPPING = Drawer.opened().current(Drawer.PARCELS);

    @Test
    void a_good_item_becomes_a_declaration() {
        MappedItem item = read(GOOD).get(0);
        assertThat(item.problems()).isEmpty();
        assertThat(item.failure()).isEmpty();
        assertThat(item.key()).isEqualTo(new ItemKey("RR473124829XX", "2026-11-20"));
        assertThat(item.facts()).isEqualTo(Map.of("origin", "PT", "post", "XXAAAA"));
        assertThat(declaration(item))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><MetaData")
                .contains("<FunctionCode>9</FunctionCode><ID>ic-1-0000001</ID><IssueDateTime>20261120</IssueDateTime>")
                .contains("<TransactionNatureCode>31</TransactionNatureCode>")
                .contains("<Name>Ana &amp; Rui</Name>")
                .contains("<ItemChargeAmount currencyID=\"EUR\">12.50</ItemChargeAmount>");
    }

    @Test
    void what_the_source_does_not_have_leaves_no_trace_in_the_declaration() {
        String bare = GOOD.replace("<Remark>first</Remark>", "").replace("<City>Lisboa</City>", "");
        assertThat(declaration(read(bare).get(0)))
                .doesNotContain("CityName")
                .doesNotContain("AdditionalInformation")
                .doesNotContain("/>");
    }

    @Test
    void the_envelope_gives_reference_and_facts() {
        Scan scan = Drawer.scan(MAPPING, Drawer.bytes(Parcels.of(GOOD)));
        assertThat(scan).isEqualTo(new Scan("REF-1", 1, List.of(), Map.of(), Map.of()));
    }

    @Test
    void the_content_hash_knows_content_from_form() {
        String hash = read(GOOD).get(0).contentHash();
        assertThat(hash).hasSize(64);
        String spread = GOOD.replace("<Id>", "<!-- an id --><Id>\n  ").replace("><", ">\n\n<");
        assertThat(read(spread).get(0).contentHash()).isEqualTo(hash);
        assertThat(read(GOOD.replace("12.50", "12.51")).get(0).contentHash()).isNotEqualTo(hash);
        assertThat(read(GOOD.replace("EUR", "USD")).get(0).contentHash()).isNotEqualTo(hash);
        assertThat(read(GOOD.replace("<Remark>first</Remark>", "")).get(0).contentHash())
                .isNotEqualTo(hash);
    }

    @Test
    void an_item_can_be_mapped_again_as_an_amendment() {
        MappedItem item = read(GOOD).get(0);
        ItemInputs amended = new ItemInputs(
                "ic-1-0000001-v2",
                "5",
                2,
                "post-a",
                "ic-1",
                Instant.parse("2026-11-21T10:00:00Z"),
                "ic-1-0000001",
                "",
                Map.of());
        MappedItem again = MAPPING.remap(item, amended);
        assertThat(declaration(again)).contains("<FunctionCode>5</FunctionCode><ID>ic-1-0000001-v2</ID>");
        assertThat(again.contentHash()).isEqualTo(item.contentHash());
        assertThat(declaration(again)
                        .replace("<FunctionCode>5", "<FunctionCode>9")
                        .replace("ic-1-0000001-v2", "ic-1-0000001"))
                .isEqualTo(declaration(item));
    }

    @Test
    void a_position_of_the_declaration_leads_back_to_the_senders_field() {
        String goods = "Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/";
        assertThat(MAPPING.toSource(goods + "Description", 7)).isEqualTo(Pointer.path("Parcel[7]/Line[2]/Text"));
        assertThat(MAPPING.toSource(goods + "ItemChargeAmount", 1)).isEqualTo(Pointer.path("Parcel[1]/Line[2]/Value"));
        assertThat(MAPPING.toSource("Declaration/GoodsShipment/Consignor/Name", 1))
                .isEqualTo(Pointer.path("Parcel[1]/From/Name"));
        assertThat(MAPPING.toSource("Declaration/GoodsShipment/Consignee", 3))
                .isEqualTo(Pointer.path("Parcel[3]/To/Name"));
        assertThat(MAPPING.toSource("Declaration/{17C}/{R144}", 3)).isEqualTo(Pointer.path("Parcel[3]"));
    }

    @Test
    void what_the_sender_has_no_field_for_leads_to_the_whole_and_not_to_another_field() {
        assertThat(MAPPING.toSource("Declaration/GoodsShipment/Seller/Name", 3)).isEqualTo(Pointer.path("Parcel[3]"));
        assertThat(MAPPING.toSource(
                        "Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Classification/ID", 3))
                .isEqualTo(Pointer.path("Parcel[3]/Line[2]"));
    }

    @Test
    void coverage_tells_what_is_carried_and_what_is_not() {
        Coverage coverage = MAPPING.coverage();
        assertThat(coverage.unread()).isEmpty();
        assertThat(coverage.lines())
                .filteredOn(line -> line.target().endsWith("Consignor/CityName"))
                .containsExactly(new Coverage.Line(
                        "Declaration/GoodsShipment/Consignor/CityName",
                        "241",
                        List.of("From/City"),
                        "",
                        "mappings/_shared/fit.ftl",
                        10));
        assertThat(coverage.lines())
                .filteredOn(line -> line.sources().isEmpty() && !line.target().contains("@"))
                .isNotEmpty()
                .allMatch(line -> !line.none().isEmpty());
    }

    @Test
    void what_the_sink_throws_comes_out_as_it_is_and_ends_the_reading() {
        byte[] raw = Drawer.bytes(Parcels.of(GOOD, GOOD));
        List<Integer> seen = new ArrayList<>();
        IOException full = new IOException("disk full");
        assertThatIOException()
                .isThrownBy(() -> MAPPING.read(new ByteArrayInputStream(raw), Drawer.SCAN, Drawer.INPUTS, item -> {
                    seen.add(item.sequence());
                    throw full;
                }))
                .isSameAs(full);
        assertThat(seen).containsExactly(1);
        assertThat(Drawer.read(MAPPING, raw)).hasSize(2);
    }

    @Test
    void many_threads_share_one_mapping() {
        String expected = declaration(read(GOOD).get(0));
        byte[] raw = Drawer.bytes(Parcels.of(GOOD, Parcels.good("RR473124820XX"), GOOD));
        List<String> found = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> {
                    assertThat(Drawer.scan(MAPPING, raw).items()).isEqualTo(3);
                    List<MappedItem> items = Drawer.read(MAPPING, raw);
                    assertThat(items.get(1).problems()).hasSize(1);
                    return declaration(items.get(0));
                })
                .distinct()
                .collect(Collectors.toList());
        assertThat(found).containsExactly(expected);
    }

    /** Its sender is told that, and not that it is in no format agreed. */
    @Test
    void a_format_is_recognised_in_bytes_that_are_in_another_encoding_than_they_claim() throws IOException {
        String xml = Parcels.of(GOOD);
        for (byte[] raw : List.of(
                xml.getBytes(StandardCharsets.ISO_8859_1),
                xml.replace("UTF-8", "KLINGON").getBytes(StandardCharsets.UTF_8),
                xml.getBytes(StandardCharsets.UTF_16LE),
                xml.getBytes(StandardCharsets.UTF_16),
                xml.getBytes(Charset.forName("UTF-32BE")))) {
            assertThat(Drawer.opened().recognise(new ByteArrayInputStream(raw), List.of(Drawer.PARCELS)))
                    .contains(Drawer.PARCELS);
            assertThat(Drawer.scan(MAPPING, raw).problems())
                    .extracting(Problem::rule)
                    .containsExactly("XML-ENCODING");
        }
        byte[] other = xml.replace("<Parcels", "<Letters").getBytes(StandardCharsets.UTF_16LE);
        assertThat(Drawer.opened().recognise(new ByteArrayInputStream(other), List.of(Drawer.PARCELS)))
                .isEmpty();
    }

    @Test
    void a_format_is_recognised_by_its_root() throws IOException {
        List<FormatId> allowed = List.of(Drawer.PARCELS, new FormatId("unheard-of"));
        assertThat(Drawer.opened().recognise(new ByteArrayInputStream(Drawer.bytes(Parcels.of(GOOD))), allowed))
                .contains(Drawer.PARCELS);
        for (String other : List.of("", "<Parcels/>", "UNB+UNOC:3", "<a", "{\"a\":1}", "<?xml version='1.0'?>")) {
            assertThat(Drawer.opened().recognise(new ByteArrayInputStream(Drawer.bytes(other)), allowed))
                    .as(other)
                    .isEmpty();
        }
        assertThat(Drawer.opened().recognise(new ByteArrayInputStream(Drawer.bytes(Parcels.of(GOOD))), List.of()))
                .isEmpty();
    }
}
