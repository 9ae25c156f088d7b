package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final String GOOD = Parcels.good("RR473124829XX");
    private static Formats formats;
    private static Mapping mapping;

    @BeforeAll
    static void open() {
        formats = Drawer.open();
        assertThat(formats.faults()).isEmpty();
        mapping = formats.current(Drawer.PARCELS);
    }

    @AfterAll
    static void close() {
        formats.close();
    }

    private static List<MappedItem> read(String... parcels) {
        byte[] raw = Drawer.bytes(Parcels.of(parcels));
        Scan scan = Drawer.scan(mapping, raw);
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.items()).isEqualTo(parcels.length);
        return Drawer.read(mapping, raw);
    }

    private static List<String> rules(MappedItem item) {
        return item.problems().stream()
                .map(problem -> problem.rule() + " " + problem.pointer())
                .toList();
    }

    private static String declaration(MappedItem item) {
        return new String(item.declaration(), StandardCharsets.UTF_8);
    }

    @Test
    void a_good_item_becomes_a_declaration() {
        MappedItem item = read(GOOD).get(0);
        assertThat(item.problems()).isEmpty();
        assertThat(item.failure()).isEmpty();
        assertThat(item.key()).isEqualTo(new ItemKey("RR473124829XX", "2026-11-20"));
        assertThat(item.facts()).isEqualTo(Map.of("origin", "PT", "post", "XXAAAA"));
        assertThat(declaration(item))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><MetaData")
                .contains("<FunctionCode>9</FunctionCode><ID>ic-1-1</ID><IssueDateTime>20261120</IssueDateTime>")
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
        Scan scan = Drawer.scan(mapping, Drawer.bytes(Parcels.of(GOOD)));
        assertThat(scan).isEqualTo(new Scan("REF-1", 1, List.of(), Map.of(), Map.of()));
    }

    @Test
    void all_problems_of_an_item_come_at_once_each_at_its_place() {
        String bad = GOOD.replace("<City>Lisboa</City>", "<City>A city with a name far too long</City>")
                .replace("<Kind>GIFT</Kind>", "<Kind>LOAN</Kind>")
                .replace("<Weight>0.250</Weight>", "<Wait>1</Wait>")
                .replace("<Value currency=\"EUR\">7</Value>", "<Value>seven</Value>")
                .replace("<Text>book</Text>", "<Text>" + "x".repeat(80) + "</Text>")
                .replace("<Country>FR</Country>", "");
        List<MappedItem> items = read(bad, GOOD);
        assertThat(rules(items.get(0)))
                .containsExactly(
                        "XSD-CODE Parcel[1]/Kind (10:3)",
                        "XSD-LENGTH Parcel[1]/From/City (13:5)",
                        "XSD-REQUIRED Parcel[1]/To/Country (16:3)",
                        "XSD-REQUIRED Parcel[1]/Line[1]/Weight (21:3)",
                        "XSD-UNKNOWN Parcel[1]/Line[1]/Wait (25:5)",
                        "XSD-REQUIRED Parcel[1]/Line[2]/Value/@currency (30:5)",
                        "XSD-TYPE Parcel[1]/Line[2]/Value (30:5)",
                        "TEST-POSITIVE Parcel[1]/Line[2]/Value (30:5)",
                        "WCO-LENGTH Parcel[1]/Line[1]/Text (22:5)");
        assertThat(items.get(0).declaration()).isNull();
        assertThat(items.get(0).failure()).isEmpty();
        assertThat(items.get(1).problems()).isEmpty();
        assertThat(items.get(1).declaration()).isNotNull();
    }

    @Test
    void a_problem_names_rule_value_wco_id_and_the_line_that_holds_the_rule() {
        Problem problem = read(GOOD.replace("<Kind>GIFT</Kind>", "<Kind>LOAN</Kind>"))
                .get(0)
                .problems()
                .get(0);
        assertThat(problem)
                .isEqualTo(new Problem(
                        "XSD-CODE",
                        Severity.REJECT,
                        new Pointer("Parcel[1]/Kind", 10, 3),
                        "103",
                        "LOAN",
                        "'Kind' is none of the allowed codes (GIFT SALE): use one of them.",
                        "xsd/_shared/basics.xsd:6"));
    }

    @Test
    void a_value_that_only_the_declaration_refuses_is_told_in_the_senders_words() {
        String longText = GOOD.replace("<Text>cup</Text>", "<Text>" + "y".repeat(71) + "</Text>");
        MappedItem item = read(longText).get(0);
        Problem problem = item.problems().get(0);
        assertThat(problem.pointer()).isEqualTo(new Pointer("Parcel[1]/Line[2]/Text", 28, 5));
        assertThat(problem.wcoId()).isEqualTo("137");
        assertThat(problem.origin()).isEqualTo("mappings/parcels/to-wco.ftl:30");
        assertThat(item.rejected()).isTrue();
    }

    @Test
    void a_warning_does_not_reject_and_reaches_the_declaration() {
        MappedItem item = read(Parcels.good("RR473124820XX")).get(0);
        assertThat(rules(item)).containsExactly("TEST-S10 Parcel[1]/Id (8:3)");
        assertThat(declaration(item))
                .contains("<StatementCode>TEST-S10</StatementCode><StatementDescription>Parcel[1]/Id<");
    }

    @Test
    void a_rule_sees_what_is_missing_and_what_is_wrong() {
        String odd = GOOD.replace("<HS>490199</HS>", "")
                .replace("<HS>691110</HS>", "<HS> </HS>")
                .replace("<Value currency=\"EUR\">7<", "<Value currency=\"EUX\">0<");
        assertThat(rules(read(odd).get(0)))
                .containsExactly(
                        "TEST-POSITIVE Parcel[1]/Line[2]/Value (30:5)",
                        "TEST-CURRENCY Parcel[1]/Line[2]/Value/@currency (30:5)",
                        "TEST-HS Parcel[1]/Line[1]/HS (21:3)",
                        "TEST-HS Parcel[1]/Line[2]/HS (29:5)");
    }

    @Test
    void two_hundred_faults_are_two_hundred_problems() {
        String line = "<Line><Text>t</Text><Value currency=\"EUR\">1</Value><Weight>x</Weight></Line>";
        String bad = GOOD.replaceAll("(?s)<Line>.*</Line>", line.repeat(200));
        List<MappedItem> items = read(GOOD, bad, GOOD);
        assertThat(items.get(1).problems().stream().filter(Problem::rejects)).hasSize(200);
        assertThat(items.get(0).problems()).isEmpty();
        assertThat(items.get(2).problems()).isEmpty();
    }

    @Test
    void one_bad_item_never_touches_its_neighbours_wherever_it_is_broken() {
        for (String broken : List.of(
                GOOD.replaceAll("(?s)<Id>.*", "</Parcel>"),
                GOOD.replaceAll("(?s)<Line>.*</Line>", ""),
                GOOD.replace("<Kind>GIFT</Kind>", "<Kind><Kind/></Kind><Other xmlns=\"urn:other\"/>"),
                GOOD.replace("<Kind>GIFT</Kind>", "GIFT"),
                GOOD.replace("<From>", "<From><Parcel/>"),
                "<Parcel/>",
                "<Parcel xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"none\">text</Parcel>")) {
            List<MappedItem> items = read(GOOD, broken, GOOD);
            assertThat(items.get(1).rejected()).as(broken).isTrue();
            assertThat(items.get(1).declaration()).isNull();
            assertThat(items.get(0).problems()).as(broken).isEmpty();
            assertThat(items.get(2).problems()).as(broken).isEmpty();
        }
    }

    @Test
    void elements_in_the_wrong_order_are_told_from_unknown_ones() {
        String swapped = GOOD.replaceAll("(?s)(<Id>.*?</Id>)\\s*(<Posted>.*?</Posted>)", "$2$1");
        assertThat(rules(read(swapped).get(0))).containsExactly("XSD-ORDER Parcel[1]/Posted (8:3)");
    }

    @Test
    void too_many_of_an_element_are_told() {
        String line = "<Line><Text>t</Text><HS>1</HS><Value currency=\"EUR\">1</Value><Weight>1</Weight></Line>";
        String bad = GOOD.replaceAll("(?s)<Line>.*</Line>", line.repeat(301));
        assertThat(rules(read(bad).get(0))).singleElement().asString().startsWith("XSD-TOO-MANY Parcel[1]/Line[301]");
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
        ItemInputs amended =
                new ItemInputs("ic-1-1-v2", "5", 2, "post-a", "ic-1", Instant.parse("2026-11-21T10:00:00Z"), "ic-1-1");
        MappedItem again = mapping.remap(item, amended);
        assertThat(declaration(again)).contains("<FunctionCode>5</FunctionCode><ID>ic-1-1-v2</ID>");
        assertThat(again.contentHash()).isEqualTo(item.contentHash());
        assertThat(declaration(again)
                        .replace("<FunctionCode>5", "<FunctionCode>9")
                        .replace("ic-1-1-v2", "ic-1-1"))
                .isEqualTo(declaration(item));
    }

    @Test
    void a_position_of_the_declaration_leads_back_to_the_senders_field() {
        String goods = "Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/";
        assertThat(mapping.toSource(goods + "Description", 7)).isEqualTo(Pointer.path("Parcel[7]/Line[2]/Text"));
        assertThat(mapping.toSource(goods + "ItemChargeAmount", 1)).isEqualTo(Pointer.path("Parcel[1]/Line[2]/Value"));
        assertThat(mapping.toSource("Declaration/GoodsShipment/Consignor/Name", 1))
                .isEqualTo(Pointer.path("Parcel[1]/From/Name"));
        assertThat(mapping.toSource("Declaration/GoodsShipment/Consignee", 3))
                .isEqualTo(Pointer.path("Parcel[3]/To/Name"));
        assertThat(mapping.toSource("Declaration/{17C}/{R144}", 3)).isEqualTo(Pointer.path("Parcel[3]"));
    }

    @Test
    void coverage_tells_what_is_carried_and_what_is_not() {
        Coverage coverage = mapping.coverage();
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
                .allMatch(line -> !line.none().isEmpty());
    }

    @Test
    void a_reply_is_written_in_the_partners_format() {
        Problem problem =
                read(GOOD.replace("GIFT", "A &amp; B")).get(0).problems().get(0);
        Instant at = Instant.parse("2026-11-21T10:05:00Z");
        Status rejected = Status.of(StatusCode.REJECTED, at).with(List.of(problem));
        Status due = new Status(StatusCode.RELEASED, at, "", "", List.of(), List.of(), new BigDecimal("30.80"), "EUR");
        String reply = new String(mapping.reply(reply(7, List.of(rejected, due))), StandardCharsets.UTF_8);
        assertThat(reply)
                .contains("<Number>7</Number><Reference>REF-1</Reference>")
                .contains(
                        "<Status><Id>ID-0</Id><Code>20</Code><Fault>XSD-CODE Parcel[1]/Kind: &apos;Kind&apos; is none")
                .contains("<Status><Id>ID-1</Id><Code>30</Code><Total>30.80</Total></Status>");
    }

    @Test
    void a_reply_that_is_not_valid_never_leaves() {
        assertThatThrownBy(() -> mapping.reply(reply(0, List.of())))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("positiveInteger");
    }

    private static ReplyContent reply(long number, List<Status> statuses) {
        List<ItemStatus> items = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            items.add(new ItemStatus("ic-1-" + i, new ItemKey("ID-" + i, ""), i, Map.of(), statuses.get(i)));
        }
        return new ReplyContent(
                "r-1",
                number,
                new PartnerId("post-a"),
                "ic-1",
                "REF-1",
                "",
                Map.of(),
                Map.of(),
                Instant.parse("2026-11-21T10:05:00Z"),
                false,
                List.of(),
                items);
    }

    @Test
    void what_the_sink_throws_comes_out_as_it_is_and_ends_the_reading() {
        byte[] raw = Drawer.bytes(Parcels.of(GOOD, GOOD));
        List<Integer> seen = new ArrayList<>();
        IOException full = new IOException("disk full");
        assertThatIOException()
                .isThrownBy(() -> mapping.read(new ByteArrayInputStream(raw), Drawer.SCAN, Drawer.INPUTS, item -> {
                    seen.add(item.sequence());
                    throw full;
                }))
                .isSameAs(full);
        assertThat(seen).containsExactly(1);
        assertThat(Drawer.read(mapping, raw)).hasSize(2);
    }

    @Test
    void many_threads_share_one_mapping() {
        String expected = declaration(read(GOOD).get(0));
        byte[] raw = Drawer.bytes(Parcels.of(GOOD, Parcels.good("RR473124820XX"), GOOD));
        List<String> found = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> {
                    assertThat(Drawer.scan(mapping, raw).items()).isEqualTo(3);
                    List<MappedItem> items = Drawer.read(mapping, raw);
                    assertThat(items.get(1).problems()).hasSize(1);
                    return declaration(items.get(0));
                })
                .distinct()
                .collect(Collectors.toList());
        assertThat(found).containsExactly(expected);
    }

    @Test
    void a_format_is_recognised_by_its_root() throws IOException {
        List<FormatId> allowed = List.of(Drawer.PARCELS, new FormatId("unheard-of"));
        assertThat(formats.recognise(new ByteArrayInputStream(Drawer.bytes(Parcels.of(GOOD))), allowed))
                .contains(Drawer.PARCELS);
        for (String other : List.of("", "<Parcels/>", "UNB+UNOC:3", "<a", "{\"a\":1}", "<?xml version='1.0'?>")) {
            assertThat(formats.recognise(new ByteArrayInputStream(Drawer.bytes(other)), allowed))
                    .as(other)
                    .isEmpty();
        }
        assertThat(formats.recognise(new ByteArrayInputStream(Drawer.bytes(Parcels.of(GOOD))), List.of()))
                .isEmpty();
    }
}
