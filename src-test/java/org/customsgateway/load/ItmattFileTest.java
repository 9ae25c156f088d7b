package org.customsgateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class ItmattFileTest {

    @Test
    void is_valid_itmatt_of_about_2_2_kilobytes_an_item() throws Exception {
        byte[] bytes = bytes(new ItmattFile("LOAD-1", 99_999_000, 1000));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("xsd/upu-itmatt/upu-itmatt.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(bytes)));
        assertThat(bytes.length / 1000).isBetween(2000, 2400);
    }

    @Test
    void is_the_same_each_time_it_is_written() throws IOException {
        assertThat(bytes(new ItmattFile("A", 1, 50))).isEqualTo(bytes(new ItmattFile("A", 1, 50)));
    }

    @Test
    void has_an_item_identifier_of_its_own_for_each_serial() {
        var ids = new HashSet<String>();
        for (int serial = 0; serial < 20_000; serial++) {
            assertThat(ids.add(S10.id(serial * 4_999))).isTrue();
        }
    }

    @Test
    void has_identifiers_as_s10_prints_them() {
        // the example of the standard's public text: 47312482 has the check digit 9
        assertThat(S10.id(47_312_482)).isEqualTo("LA473124829NL");
        assertThat(S10.serial("LA473124829NL")).isEqualTo(47_312_482);
    }

    @Test
    void what_was_told_in_a_file_that_comes_again_is_counted_once() throws Exception {
        var count = new ReplyCount();
        for (var name : new String[] {"1.xml", "1.xml", "2.xml"}) {
            count.read(name, new ByteArrayInputStream("""
                    <Cusrsp><Outcome>PROCESSED</Outcome>
                    <Item><ItemId>LA473124829NL</ItemId><Status><Code>RCV</Code></Status></Item>
                    <Item><ItemId>LA000000015NL</ItemId><Status><Code>REL</Code></Status></Item></Cusrsp>""".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(count.told("RCV")).isEqualTo(1);
        assertThat(count.items("REL").get(1)).isTrue();
        assertThat(count.files()).isEqualTo(2);
        assertThat(count.repeated("REL")).isEqualTo(1);
    }

    private static byte[] bytes(ItmattFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.writeTo(out);
        return out.toByteArray();
    }
}
