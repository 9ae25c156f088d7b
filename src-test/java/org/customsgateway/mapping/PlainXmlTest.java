package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

class PlainXmlTest {

    private static final String PLAIN =
            "<md:MetaData xmlns:md=\"urn:m\" xmlns=\"urn:d\" xmlns:ds=\"urn:s\"><Declaration>"
                    + "<When><ds:Day formatCode=\"102\">20261120</ds:Day></When><Amount currencyID=\"EUR\" of=\"a'>b\">31.9</Amount>"
                    + "<Text>T\u00e9 &lt;&amp;&gt;&quot;&apos; > ]] \ud83d\udce6\n\tx</Text></Declaration></md:MetaData>";
    private static final int MUTATIONS = 60_000;
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/",
            "&",
            ";",
            "\"",
            "'",
            "=",
            " ",
            "\n",
            "\r",
            "\u0000",
            "\u0001",
            "\u0085",
            "\ufffe",
            "\ufeff",
            ":",
            "]]>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?p",
            "?>",
            "&#57;",
            "&lt;",
            "xmlns:",
            "xmlns=\"\"",
            "xmlns:q=\"u\" ",
            "xml:lang=\"a\"",
            " a=\"1\" a=\"2\"",
            "<a/>",
            "<a>",
            "</a>",
            "1",
            "-",
            ".",
            "\u00e9",
            "md",
            "Declaration",
            "</ds:Day>",
            "<xml:a>");

    private final PlainXml reader = new PlainXml("MetaData", "Response");

    /** All that a validator would hear. */
    private static final class Heard extends DefaultHandler {
        private final StringBuilder all = new StringBuilder();

        @Override
        public void startPrefixMapping(String prefix, String uri) {
            all.append("[").append(prefix).append("=").append(uri).append("]");
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            all.append("\u0001")
                    .append(uri)
                    .append(" ")
                    .append(local)
                    .append(" ")
                    .append(qualified);
            for (int i = 0; i < attributes.getLength(); i++) {
                all.append("\u0002")
                        .append(attributes.getURI(i))
                        .append(" ")
                        .append(attributes.getLocalName(i))
                        .append(" ");
                all.append(attributes.getQName(i))
                        .append("=")
                        .append(attributes.getValue(i))
                        .append("\u0002");
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            all.append(letters, start, length);
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            all.append("\u0003")
                    .append(uri)
                    .append(" ")
                    .append(local)
                    .append(" ")
                    .append(qualified);
        }
    }

    @Test
    void whatItReadsIsWhatAParserReads() throws Exception {
        assertThat(plainly(bytes(PLAIN))).isEqualTo(parsed(bytes(PLAIN)));
        var random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(bytes(PLAIN), random);
            String heard = plainly(mutated);
            if (heard != null) {
                read++;
                assertThat(heard)
                        .as(new String(mutated, StandardCharsets.UTF_8))
                        .isEqualTo(parsed(mutated));
            }
        }
        assertThat(read).as("mutations that are still plain").isGreaterThan(MUTATIONS / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%s",
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n%s\n",
                "%s"
            })
    void aPlainDeclarationIsRead(String around) throws Exception {
        byte[] document = bytes(around.formatted(PLAIN));
        assertThat(plainly(document)).isNotNull().isEqualTo(parsed(document));
    }

    @Test
    void whatIsNotPlainIsLeftToAParser() throws Exception {
        for (String document : List.of(
                "<?xml version='1.0' encoding='IBM037'?>" + PLAIN,
                "<?xml version='1.1'?>" + PLAIN,
                "<!-- -->" + PLAIN,
                "<!DOCTYPE a>" + PLAIN,
                "\ufeff" + PLAIN,
                PLAIN + "<a></a>",
                PLAIN.replace("MetaData", "Metadata"),
                PLAIN.replace("<Text", "<![CDATA[]]><Text"),
                PLAIN.replace(">31.9<", ">&#57;<"),
                PLAIN.replace("xmlns:ds=", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:ds="),
                PLAIN.replace("xmlns:ds=\"urn:s\"", "xmlns:ds=\"\""),
                PLAIN.replace("<Text", "<Text xmlns=\"urn:t\""),
                PLAIN.replace("<Text", "<Text md:a=\"1\""),
                PLAIN.replace("Declaration>", "Response>"))) {
            assertThat(plainly(bytes(document))).as(document).isNull();
        }
    }

    @Test
    void namesOfManyDocumentsDoNotFillTheMemory() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            byte[] document = bytes(PLAIN.replace("Amount", "Amount" + i));
            assertThat(plainly(document)).isEqualTo(parsed(document));
        }
    }

    private static byte[] mutated(byte[] document, Random random) throws IOException {
        byte[] result = document;
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int from = random.nextInt(result.length);
            int to = Math.min(result.length, from + random.nextInt(4));
            var changed = new ByteArrayOutputStream();
            changed.write(result, 0, from);
            if (random.nextInt(4) == 0) {
                changed.write(random.nextInt(256));
            } else {
                changed.write(bytes(PIECES.get(random.nextInt(PIECES.size()))));
            }
            changed.write(result, to, result.length - to);
            result = changed.toByteArray();
        }
        return result;
    }

    /** Null where it gives up. */
    private String plainly(byte[] document) throws SAXException {
        var heard = new Heard();
        reader.setContentHandler(heard);
        try {
            reader.of(document).parse(new InputSource());
            return heard.all.toString();
        } catch (PlainXml.NotPlain e) {
            return null;
        }
    }

    private static String parsed(byte[] document) throws Exception {
        XMLReader parser =
                SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
        var heard = new Heard();
        parser.setContentHandler((ContentHandler) heard);
        parser.setErrorHandler(heard);
        try {
            parser.parse(new InputSource(new ByteArrayInputStream(document)));
            return heard.all.toString();
        } catch (SAXException | IOException e) {
            return "not well-formed: " + e.getMessage();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
