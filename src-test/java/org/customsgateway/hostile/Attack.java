package org.customsgateway.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Interchanges that nobody sends who means well. Each is refused by one rule, over whatever wire it comes. */
enum Attack {
    EXTERNAL_ENTITY("XML-DOCTYPE", doctype("[<!ENTITY s SYSTEM 'file:///etc/passwd'>]", "&s;")),
    EXTERNAL_PARAMETER_ENTITY("XML-DOCTYPE", doctype("[<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]", "x")),
    EXTERNAL_DOCTYPE("XML-DOCTYPE", doctype("SYSTEM 'http://127.0.0.1:1/x.dtd'", "x")),
    ENTITIES_THAT_GROW("XML-DOCTYPE", doctype(laughs(), "&l19;")),
    UNDECLARED_ENTITY("XML-ENTITY", xml("&s;")),
    DEEP_XML("XML-LIMIT", xml("<a>".repeat(100_000))),
    DEEP_XML_FROM_THE_ROOT("XML-LIMIT", "<Itmatt xmlns=\"urn:customsgateway:upu:postal:1\">".repeat(100_000)),
    MANY_ATTRIBUTES("XML-LIMIT", xml("<a" + attributes() + "/>")),
    LONG_XML_LINE("XML-LIMIT", xml("x".repeat(2_000_000))),
    LONG_XML_NAME("XML-LIMIT", xml("<" + "x".repeat(2_000_000) + "/>")),
    LONG_COMMENT("XML-LIMIT", xml("<!--" + "x".repeat(2_000_000) + "-->")),
    UTF_7_XML("XML-ENCODING", bytes(xml("+ADw-").replace("UTF-8", "UTF-7"))),
    UTF_16_XML_WITHOUT_A_MARK(
            "XML-ENCODING", xml("x").replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16LE)),
    OVERLONG_XML("XML-ENCODING", overlong(xml("\u0001"), 0xaf)),
    DEEP_JSON("JSON-LIMIT", json("[".repeat(100_000))),
    DEEP_JSON_FROM_THE_ROOT("JSON-LIMIT", "{\"orderNo\": " + "[".repeat(100_000)),
    LONG_JSON_LINE("JSON-LIMIT", json("\"" + "x".repeat(5_000_000) + "\"")),
    LONG_JSON_NUMBER("JSON-LIMIT", json("1".repeat(2_000_000))),
    UTF_16_JSON_WITHOUT_A_MARK("JSON-ENCODING", json("1").getBytes(StandardCharsets.UTF_16LE)),
    OVERLONG_MARKUP("XML-ENCODING", overlong(xml("x").replace("</Message", "\u0001/Message"), 0xbc)),
    LATE_OVERLONG_XML("XML-ENCODING", overlong(xml(" ".repeat(90_000) + "\u0001"), 0xaf)),
    OVERLONG_JSON("JSON-ENCODING", overlong("{\"lines\": [], \"buyer\": {}, \"orderNo\": \"\u0001\"}", 0xaf)),
    LONG_EDIFACT_LINE("EDIFACT-LIMIT", edifact("x".repeat(2_000_000))),
    LONG_EDIFACT_TAG("EDIFACT-13", "UNB+UNOC:3+A+B+261120:0915+1'" + "X".repeat(2_000_000)),
    UTF_16_EDIFACT("FORMAT-UNKNOWN", edifact("x").getBytes(StandardCharsets.UTF_16LE)),
    OVERLONG_EDIFACT("EDIFACT-21", overlong(edifact("\u0001").replace("UNOC:3", "UNOW:4"), 0xaf)),
    LONG_CARGO_IMP_LINE("CIMP-LINE-LENGTH", "FHL/5\r\nMBI/" + "x".repeat(2_000_000)),
    UTF_16_CARGO_IMP("FORMAT-UNKNOWN", "FHL/5\r\nMBI/057".getBytes(StandardCharsets.UTF_16LE)),
    GZIP("FORMAT-UNKNOWN", packed("gzip")),
    ZLIB("FORMAT-UNKNOWN", packed("zlib")),
    ZIP("FORMAT-UNKNOWN", packed("zip"));

    private final String rule;
    private final byte[] bytes;

    Attack(String rule, String text) {
        this(rule, bytes(text));
    }

    Attack(String rule, byte[] bytes) {
        this.rule = rule;
        this.bytes = bytes;
    }

    String rule() {
        return rule;
    }

    byte[] bytes() {
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String xml(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Itmatt xmlns=\"urn:customsgateway:upu:postal:1\"><MessageReference>"
                + inside + "</MessageReference></Itmatt>";
    }

    private static String doctype(String doctype, String inside) {
        return xml(inside).replace("<Itmatt", "<!DOCTYPE Itmatt " + doctype + "><Itmatt");
    }

    private static String laughs() {
        return "[<!ENTITY l0 'ha'>"
                + IntStream.range(1, 20)
                        .mapToObj(i -> "<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                        .collect(Collectors.joining())
                + "]";
    }

    private static String attributes() {
        return IntStream.range(0, 1_000_000).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
    }

    private static String json(String value) {
        return "{\"orderNo\": " + value + "}";
    }

    private static String edifact(String party) {
        return "UNB+UNOC:3+A+B+261120:0915+1'UNH+1+CUSCAR:D:95B:UN'BGM+785+M-1+9'NAD+MS+" + party + "'UNT+4+1'UNZ+1+1'";
    }

    /** A character of ASCII in two bytes where one would do, in place of a control character. */
    private static byte[] overlong(String text, int second) {
        String[] parts = text.split("\u0001");
        var made = new ByteArrayOutputStream();
        made.writeBytes(bytes(parts[0]));
        made.write(0xc0);
        made.write(second);
        made.writeBytes(bytes(parts[1]));
        return made.toByteArray();
    }

    /** A megabyte of a good beginning and blanks, which is a thousandth of it. */
    private static byte[] packed(String how) {
        var made = new ByteArrayOutputStream();
        try (OutputStream out = packer(how, made)) {
            out.write(bytes(xml(" ".repeat(1_000_000))));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return made.toByteArray();
    }

    private static OutputStream packer(String how, OutputStream to) throws IOException {
        if (how.equals("zip")) {
            var zip = new ZipOutputStream(to);
            zip.putNextEntry(new ZipEntry("../itmatt.xml"));
            return zip;
        }
        return how.equals("gzip") ? new GZIPOutputStream(to) : new DeflaterOutputStream(to);
    }
}
