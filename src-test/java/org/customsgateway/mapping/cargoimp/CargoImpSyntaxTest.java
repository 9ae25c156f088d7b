package org.customsgateway.mapping.cargoimp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.Scan;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

class CargoImpSyntaxTest {

    private static final CargoImpSample FHL =
            CargoImpSample.of("cargo-fhl", "fhl.yaml", "FHL", "HBS", List.of("4", "5"));
    private static final CargoImpSample FWB =
            CargoImpSample.of("cargo-fwb", "fwb.yaml", "FWB", "FWB", List.of("16", "17"));
    private static final String HEAD = "FHL/5\r\nMBI/057-12345675CDGYYZ/T9K77\r\n";
    private static final String GRAMMAR = """
            message: ABC
            versions: [ "1" ]
            lines:
              - { line: AAA, occurs: 1, form: "/{Name t1-10}" }
              - line: BBB
                occurs: "1-*"
                form: "/{Number n1-3}"
                lines:
                  - { line: CCC, occurs: "0-1", entries: 2, form: "/{Word LEFT|RIGHT|d1-4}[-(Size: {Length n1}X{Width n1})]" }
            """;

    private static String house(int number) {
        return "HBS/H" + number + "/CDGYYZ/1/K1//SHIRTS\r\n";
    }

    private static Scan scan(CargoImpSample sample, String raw, Limits limits) throws IOException {
        return sample.syntax().scan(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)), limits);
    }

    private static List<RawItem> read(CargoImpSample sample, String raw) throws IOException {
        List<RawItem> items = new ArrayList<>();
        Scan scan = scan(sample, raw, Limits.DEFAULT);
        sample.syntax().read(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)), scan, items::add);
        return items;
    }

    private static CargoImpSample sample() {
        try {
            return CargoImpSample.of(GRAMMAR, "ABC", "BBB", List.of("1"));
        } catch (BrokenFormat e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Element element, String... path) {
        Element at = element;
        for (String step : path) {
            at = at.children(step).get(0);
        }
        return at.text();
    }

    @Test
    void a_grammar_of_some_lines_makes_a_reader() throws IOException {
        List<RawItem> items = read(sample(), "ABC/1\nAAA/SOMEBODY\nBBB/12\nCCC/LEFT-2X3\n/7.5\nBBB/7\n");

        assertThat(items)
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.problems()).isEmpty());
        assertThat(text(items.get(0).envelope(), "AAA", "Name")).isEqualTo("SOMEBODY");
        assertThat(text(items.get(0).item(), "CCC", "Size", "Width")).isEqualTo("3");
        assertThat(text(items.get(0).item(), "CCC", "Size")).isEqualTo("2X3");
        assertThat(text(items.get(0).item().children("CCC").get(1), "Word")).isEqualTo("7.5");
        assertThat(text(items.get(1).item(), "Number")).isEqualTo("7");
    }

    @Test
    void the_shape_is_that_of_the_grammar_with_its_lines() {
        var root = sample().syntax().root();

        assertThat(root.at(List.of("BBB", "CCC", "Size", "Width"))).isNotNull();
        assertThat(root.at(List.of("BBB", "CCC", "Height"))).isNull();
        assertThat(root.at(List.of("BBB", "CCC")).origin()).isEqualTo("xsd/t/t.yaml:9");
        assertThat(root.at(List.of("BBB", "CCC")).repeats()).isTrue();
        assertThat(root.at(List.of("BBB")).least()).isEqualTo(1);
        assertThat(root.at(List.of("TypeB", "Sender"))).isNotNull();
    }

    @Test
    void a_mistake_in_a_grammar_is_told_with_its_line() {
        assertMistake(GRAMMAR.replace("t1-10}", "t1-10"), "xsd/t/t.yaml", 4, "a value is written");
        assertMistake(GRAMMAR.replace("t1-10", "q1-10"), "xsd/t/t.yaml", 4, "neither a word nor a kind");
        assertMistake(
                GRAMMAR.replace("occurs: 1,", "occurs: many,"), "xsd/t/t.yaml", 4, "occurs is a number or a range");
        assertMistake(GRAMMAR.replace("line: BBB", "lime: BBB"), "xsd/t/t.yaml", 5, "'lime' is not a key");
        assertMistake(GRAMMAR.replace("ABC", "ABCD"), "xsd/t/t.yaml", 1, "three letters");
        assertMistake(GRAMMAR.replace("X{Width n1})]", "X{Width n1}]"), "xsd/t/t.yaml", 9, "')' is missing");
    }

    private static void assertMistake(String grammar, String file, int line, String words) {
        assertThatThrownBy(() -> CargoImpSample.of(grammar, "ABC", "BBB", List.of("1")))
                .isInstanceOfSatisfying(
                        BrokenFormat.class,
                        broken -> assertThat(broken.faults()).anySatisfy(fault -> {
                            assertThat(fault.file()).isEqualTo(file);
                            assertThat(fault.line()).isEqualTo(line);
                            assertThat(fault.text()).contains(words);
                        }));
    }

    @Test
    void a_format_that_says_something_else_than_its_grammar_is_broken() {
        assertThatThrownBy(() -> CargoImpSample.of(GRAMMAR, "ABC", "BBB", List.of("2")))
                .isInstanceOf(BrokenFormat.class)
                .hasMessageContaining("recognise");
        assertThatThrownBy(() -> CargoImpSample.of(GRAMMAR, "ABC", "AAA", List.of("1")))
                .isInstanceOf(BrokenFormat.class)
                .hasMessageContaining("the item");
    }

    @Test
    void a_message_is_recognised_by_the_first_line_that_names_one() throws IOException {
        assertThat(recognises(FHL, "FHL/5\nMBI/")).isTrue();
        assertThat(recognises(FHL, "\u00EF\u00BB\u00BF\r\n\u0001QK ABCDEFG\r\n.HIJKLMN 010203\r\n\u0002FHL/4\r\n"))
                .isTrue();
        assertThat(recognises(FHL, "FHL/99\r\n")).isTrue();
        assertThat(recognises(FHL, "FWB/16\r\n057-12345675\r\nFHL/5\r\n")).isFalse();
        assertThat(recognises(FWB, "FWB/16\r\n")).isTrue();
        assertThat(recognises(FHL, "<FHL>FHL/5</FHL>")).isFalse();
        assertThat(recognises(FHL, "")).isFalse();
    }

    private static boolean recognises(CargoImpSample sample, String raw) throws IOException {
        return sample.syntax().recognises(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void what_is_over_a_limit_is_refused() throws IOException {
        String three = HEAD + house(1) + house(2) + house(3);
        assertThat(scan(FHL, three, Limits.DEFAULT).refused()).isFalse();
        assertThat(scan(FHL, three, Limits.DEFAULT.withItems(2)).problems())
                .extracting(Problem::rule)
                .containsExactly("CIMP-LIMIT");
        assertThat(scan(FHL, three, Limits.DEFAULT.withBytes(50)).problems())
                .extracting(Problem::rule)
                .contains("CIMP-LIMIT");
    }

    @Test
    void an_item_of_too_many_lines_is_rejected_and_its_neighbour_is_not() throws IOException {
        StringBuilder tooLong = new StringBuilder(HEAD + house(1));
        IntStream.range(0, 6000).forEach(i -> tooLong.append("OCI/FR/SHP/T/1\r\n"));
        List<RawItem> items = read(FHL, tooLong + house(2));

        assertThat(items.get(0).problems()).extracting(Problem::rule).contains("CIMP-LIMIT");
        assertThat(items.get(0).problems()).hasSizeLessThanOrEqualTo(100);
        assertThat(items.get(1).problems()).isEmpty();
    }

    @Test
    void more_broken_messages_than_anybody_reads_are_refused_as_a_whole() throws IOException {
        Scan scan = scan(FHL, HEAD + house(1) + "FHL/9\r\n".repeat(1500), Limits.DEFAULT);

        assertThat(scan.problems()).extracting(Problem::rule).containsExactly("CIMP-LIMIT");
        assertThat(scan.messages()).hasSizeLessThan(1100);
    }

    @Test
    void a_tooLongline_is_not_kept_and_is_told() throws IOException {
        List<RawItem> items = read(FHL, HEAD + house(1) + "TXT/" + "A".repeat(1_000_000) + "\r\n" + house(2));

        assertThat(items.get(0).problems()).extracting(Problem::rule).contains("CIMP-LINE-LENGTH");
        assertThat(items.get(1).problems()).isEmpty();
    }

    @Test
    void pieces_of_lines_without_end_are_read_in_one_pass() throws IOException {
        List<RawItem> items = read(FHL, HEAD + house(1) + "PIECE OF A LINE\r\n".repeat(4000));

        assertThat(items.get(0).problems()).extracting(Problem::rule).contains("CIMP-WRAP");
    }

    @Test
    void houses_come_one_by_one_while_the_file_is_read() throws IOException {
        int houses = 20_000;
        int[] fed = new int[1];
        Scan scan = new Scan("", houses, List.of(), java.util.Map.of(), java.util.Map.of());
        InputStream file = new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return fed[0] <= houses;
            }

            @Override
            public InputStream nextElement() {
                return bytes(fed[0]++ == 0 ? HEAD : house(fed[0]));
            }
        });
        int[] seen = new int[1];
        int[] farthestAhead = new int[1];
        FHL.syntax().read(file, scan, item -> {
            seen[0]++;
            farthestAhead[0] = Math.max(farthestAhead[0], fed[0] - seen[0]);
        });

        assertThat(seen[0]).isEqualTo(houses);
        assertThat(farthestAhead[0]).as("houses fed before they were asked for").isLessThan(1000);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void sent_again_in_another_telegram_a_waybill_is_the_same_item() throws IOException {
        String waybill = "FWB/16\n057-12345675CDGYYZ/T1K7\nRTG/YYZAF\n";
        RawItem bare = read(FWB, waybill).get(0);
        RawItem telegram = read(FWB, "QK ABCDEFG\n.HIJKLMN 010203\n" + waybill).get(0);

        assertThat(telegram.item().children()).hasSameSizeAs(bare.item().children());
        assertThat(text(telegram.envelope(), "TypeB", "Sender")).isEqualTo("HIJKLMN");
        assertThat(text(telegram.envelope(), "TypeB", "MessageIdentity")).isEqualTo("010203");
        assertThat(text(telegram.envelope(), "SMI")).isEqualTo("FWB/16");
    }

    @Test
    void a_reply_that_the_grammar_does_not_know_is_not_written() throws BrokenFormat {
        CargoImpSample writes = CargoImpSample.of(GRAMMAR, "ABC", "BBB", List.of("1"));
        assertThat(new String(reply(writes, "<ABC><AAA><Name>x</Name></AAA><BBB><Number>1</Number></BBB></ABC>")))
                .isEqualTo("ABC/1\r\nAAA/X\r\nBBB/1\r\n");
        for (String wrong : List.of(
                "<XYZ/>",
                "<ABC><BBB><Number>1</Number></BBB></ABC>",
                "<ABC><AAA><Name>TWENTY CHARACTERS OF IT</Name></AAA><BBB><Number>1</Number></BBB></ABC>",
                "<ABC><AAA><Name>x</Name></AAA><BBB><Number>X</Number></BBB></ABC>",
                "<ABC><AAA>")) {
            assertThatThrownBy(() -> reply(writes, wrong)).as(wrong).isInstanceOf(InvalidReply.class);
        }
    }

    private static byte[] reply(CargoImpSample sample, String xml) {
        return sample.syntax().reply(xml.getBytes(StandardCharsets.UTF_8));
    }
}
