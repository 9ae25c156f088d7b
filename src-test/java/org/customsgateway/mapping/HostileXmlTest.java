package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should never have been sent: each is refused with a clear word, and none costs more memory than it may. */
class HostileXmlTest {

    private static final String GOOD = Parcels.good("RR473124829XX");
    private static final Mapping MAPPING = Drawer.opened().current(Drawer.PARCELS);

    private static String refused(byte[] raw) {
        Scan scan = Drawer.scan(MAPPING, raw);
        assertThat(scan.refused()).isTrue();
        assertThat(scan.problems().stream().map(Problem::rule).toList()).hasSize(1);
        Problem problem = scan.problems().get(0);
        assertThat(problem.text()).endsWith(".").doesNotContain("\n");
        return problem.rule();
    }

    private static String refused(String xml) {
        return refused(Drawer.bytes(xml));
    }

    private static String withDoctype(String doctype, String text) {
        return Parcels.of(GOOD.replace("first", text)).replace("<Parcels", doctype + "<Parcels");
    }

    @Test
    void an_external_entity_is_neither_read_nor_allowed(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOPSECRET");
        String doctype = "<!DOCTYPE Parcels [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";
        assertThat(refused(withDoctype(doctype, "&s;"))).isEqualTo("XML-DOCTYPE");
        assertThat(refused(withDoctype("<!DOCTYPE Parcels SYSTEM \"" + secret.toUri() + "\">", "x")))
                .isEqualTo("XML-DOCTYPE");
    }

    @Test
    void entities_that_grow_are_refused_before_they_do() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Parcels [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        assertThat(refused(withDoctype(laughs + "]>", "&l19;"))).isEqualTo("XML-DOCTYPE");
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() {
        assertThat(refused(Parcels.of(GOOD.replace("first", "&nbsp;")))).isEqualTo("XML-ENTITY");
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(refused(Parcels.of("<Parcel>" + "<a>".repeat(1_000_000)))).isEqualTo("XML-LIMIT");
        assertThat(refused("<a>".repeat(1_000_000))).isEqualTo("XML-ROOT");
    }

    @Test
    void a_million_attributes_are_refused() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertThat(refused(Parcels.of("<Parcel" + attributes + "/>"))).isEqualTo("XML-LIMIT");
    }

    @Test
    void a_text_of_a_million_characters_is_refused() {
        String endless = "x".repeat(1_000_000);
        assertThat(refused(Parcels.of(GOOD.replace("first", endless)))).isEqualTo("XML-LIMIT");
        assertThat(refused(Parcels.of(GOOD.replace("\"EUR\"", "\"" + endless + "\""))))
                .isEqualTo("XML-LIMIT");
        assertThat(refused(Parcels.of(GOOD).replace("REF-1", endless))).isEqualTo("XML-LIMIT");
        assertThat(refused(Parcels.of("<" + endless + "/>"))).isEqualTo("XML-LIMIT");
    }

    @Test
    void an_item_of_too_many_elements_is_refused() {
        assertThat(refused(Parcels.of("<Parcel>" + "<a/>".repeat(60_000) + "</Parcel>")))
                .isEqualTo("XML-LIMIT");
        assertThat(refused(Parcels.of("<Junk/>".repeat(60_000)))).isEqualTo("XML-LIMIT");
    }

    @Test
    void more_items_and_bytes_than_agreed_are_refused() throws IOException {
        byte[] raw = Drawer.bytes(Parcels.of(GOOD, GOOD, GOOD));
        Scan items = MAPPING.scan(new ByteArrayInputStream(raw), Limits.DEFAULT.withItems(2));
        assertThat(items.problems()).extracting(Problem::rule).containsExactly("XML-LIMIT");
        Scan bytes = MAPPING.scan(new ByteArrayInputStream(raw), Limits.DEFAULT.withBytes(raw.length - 1));
        assertThat(bytes.problems()).extracting(Problem::rule).containsExactly("XML-LIMIT");
        assertThat(MAPPING.scan(new ByteArrayInputStream(raw), Limits.DEFAULT.withBytes(raw.length))
                        .problems())
                .isEmpty();
    }

    @Test
    void encodings_are_what_they_claim_to_be() {
        String xml = Parcels.of(GOOD);
        String utf16 = xml.replace("UTF-8", "UTF-16");
        assertThat(Drawer.scan(MAPPING, utf16.getBytes(StandardCharsets.UTF_16)).problems())
                .isEmpty();
        assertThat(refused(utf16.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("XML-ENCODING");
        assertThat(refused(utf16.getBytes(StandardCharsets.UTF_16BE))).isEqualTo("XML-ENCODING");
        assertThat(refused(xml.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("XML-ENCODING");
        assertThat(refused(xml.replace("UTF-8", "KLINGON"))).isEqualTo("XML-ENCODING");
        assertThat(refused(xml.getBytes(Charset.forName("UTF-32")))).isEqualTo("XML-ENCODING");
        byte[] latin = xml.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Drawer.scan(MAPPING, latin).problems()).isEmpty();
        assertThat(new String(Drawer.read(MAPPING, latin).get(0).declaration(), StandardCharsets.UTF_8))
                .contains("Zoë");
    }

    @Test
    void what_is_no_xml_at_all_is_told_so() {
        assertThat(refused("")).isEqualTo("XML-EMPTY");
        assertThat(refused("   \n")).isEqualTo("XML-WELL-FORMED");
        assertThat(refused("UNB+UNOC:3+A+B'")).isEqualTo("XML-WELL-FORMED");
        assertThat(refused("<")).isEqualTo("XML-WELL-FORMED");
        assertThat(refused(new byte[] {0, 0, 0, 0})).isEqualTo("XML-ENCODING");
        assertThat(refused(new byte[] {(byte) 0xff})).isIn("XML-WELL-FORMED", "XML-ENCODING");
        assertThat(refused(Parcels.of(GOOD.replace("first", "\u0001")))).isEqualTo("XML-WELL-FORMED");
        assertThat(refused(Parcels.of(GOOD.replace("first", "&#1;")))).isEqualTo("XML-WELL-FORMED");
        assertThat(refused(Parcels.of(GOOD) + "<more/>")).isEqualTo("XML-WELL-FORMED");
        assertThat(refused(Parcels.of(GOOD).replace("</Parcels>", ""))).isEqualTo("XML-WELL-FORMED");
    }

    @Test
    void a_fault_around_the_items_refuses_the_whole() {
        assertThat(refused(Parcels.of(GOOD).replace("Parcels", "Packets"))).isEqualTo("XML-ROOT");
        assertThat(refused(Parcels.of(GOOD).replace("urn:test:parcels", "urn:test:other")))
                .isEqualTo("XML-ROOT");
        assertThat(refused(Parcels.of(GOOD).replace("<Reference>REF-1</Reference>", "")))
                .isEqualTo("XSD-REQUIRED");
        assertThat(refused(Parcels.of(GOOD).replace("<Footer>", "<Foot/><Footer>")))
                .isEqualTo("XSD-UNKNOWN");
        assertThat(refused(Parcels.of(GOOD).replace("REF-1", "R".repeat(21)))).isEqualTo("XSD-LENGTH");
        assertThat(refused(Parcels.of())).isEqualTo("XSD-REQUIRED");
    }

    @Test
    void a_stream_that_fails_is_our_fault_and_not_the_senders() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(Drawer.bytes(Parcels.of(GOOD)))) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> MAPPING.scan(broken, Limits.DEFAULT))
                .withMessage("disk on fire");
        assertThatIOException()
                .isThrownBy(() -> MAPPING.read(broken, Drawer.SCAN, Drawer.INPUTS, item -> {}))
                .withMessage("disk on fire");
    }

    /** 300 MB of items in a heap of a few: nothing is kept of an item that was handed over. */
    @Test
    void a_large_interchange_is_never_in_memory_as_a_whole() throws IOException {
        String[] whole = Parcels.of("\u0000").split("\u0000");
        byte[] item = Drawer.bytes(GOOD.replace("first", "r".repeat(90_000)));
        int times = 2000;
        int[] seen = {0};
        MAPPING.read(interchange(whole, item, times), Drawer.SCAN, Drawer.INPUTS, mapped -> seen[0]++);
        assertThat(seen[0]).isEqualTo(times);
        assertThat(MAPPING.scan(interchange(whole, item, times), Limits.DEFAULT).items())
                .isEqualTo(times);
    }

    private static InputStream interchange(String[] whole, byte[] item, int times) {
        Iterator<InputStream> parts = Stream.of(
                        Stream.of(Drawer.bytes(whole[0])),
                        Collections.nCopies(times, item).stream(),
                        Stream.of(Drawer.bytes(whole[1])))
                .flatMap(part -> part)
                .<InputStream>map(ByteArrayInputStream::new)
                .iterator();
        return new SequenceInputStream(Collections.enumeration(List.copyOf(toList(parts))));
    }

    private static List<InputStream> toList(Iterator<InputStream> parts) {
        List<InputStream> all = new java.util.ArrayList<>();
        parts.forEachRemaining(all::add);
        return all;
    }
}
