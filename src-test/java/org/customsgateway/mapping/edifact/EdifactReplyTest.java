package org.customsgateway.mapping.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.InvalidReply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EdifactReplyTest {

    private static final String UNB = unb("UNOC", "3", "R1");
    private static final String MESSAGE = message("1", "ABO", "A1");

    private static Grammar grammar;

    @BeforeAll
    static void read() throws IOException, BrokenFormat {
        var files = new TreeMap<String, byte[]>();
        for (String folder : new String[] {"_shared/edifact", "un-aperak-d01b"}) {
            try (Stream<Path> found = Files.list(Path.of("xsd", folder))) {
                for (Path file : found.toList()) {
                    files.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        grammar = Grammar.read(new Drawers(files), "xsd/un-aperak-d01b/aperak.xml");
    }

    private static String unb(String syntax, String version, String reference) {
        return ("<UNB><S001><E0001>%s</E0001><E0002>%s</E0002></S001><S002><E0004>US</E0004></S002><S003><E0010>THEM</E0010></S003>"
                        + "<S004><E0017>%s</E0017><E0019>1005</E0019></S004><E0020>%s</E0020></UNB>")
                .formatted(syntax, version, version.equals("4") ? "20261121" : "261121", reference);
    }

    private static String message(String reference, String qualifier, String number) {
        return ("<Message><UNH><E0062>%s</E0062><S009><E0065>APERAK</E0065><E0052>D</E0052><E0054>01B</E0054><E0051>UN</E0051></S009></UNH>"
                        + "<BGM><E1225>27</E1225></BGM><SG2><RFF><C506><E1153>%s</E1153><E1154>%s</E1154></C506></RFF></SG2></Message>")
                .formatted(reference, qualifier, number);
    }

    private static String written(String... inside) {
        return new String(bytes(inside), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String... inside) {
        String tree = "<Interchange>" + String.join("\n  ", inside) + "</Interchange>";
        return new EdifactReply(grammar, new Parsers(grammar)).bytes(tree.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void trailers_count_and_repeat_the_references() {
        assertThat(written(UNB, MESSAGE, message("2", "ABO", "A2")))
                .isEqualTo("UNB+UNOC:3+US+THEM+261121:1005+R1'"
                        + "UNH+1+APERAK:D:01B:UN'BGM+++27'RFF+ABO:A1'UNT+4+1'"
                        + "UNH+2+APERAK:D:01B:UN'BGM+++27'RFF+ABO:A2'UNT+4+2'"
                        + "UNZ+2+R1'");
    }

    @Test
    void groups_are_counted_and_not_their_messages() {
        String group = "<UNG><E0038>APERAK</E0038><E0048>%s</E0048></UNG>";
        assertThat(written(
                        UNB, group.formatted("G1"), MESSAGE, group.formatted("G2"), MESSAGE, message("2", "ABO", "A2")))
                .contains("UNT+4+1'UNE+1+G1'UNG+APERAK++++G2'UNH+1+")
                .endsWith("UNT+4+2'UNE+2+G2'UNZ+2+R1'");
    }

    @Test
    void two_messages_of_a_group_with_one_reference_are_not_let_out() {
        assertThatThrownBy(() -> written(UNB, MESSAGE, MESSAGE))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("UNH/E0062");
    }

    @Test
    void service_characters_in_values_are_released() {
        assertThat(written(UNB, message("1", "ABO", "a+b:c'd?e*f"))).contains("RFF+ABO:a?+b?:c?'d??e*f'");
    }

    @Test
    void an_asterisk_is_a_service_character_from_version_4_on() {
        assertThat(written(unb("UNOC", "4", "R1"), message("1", "ABO", "e*f"))).contains("RFF+ABO:e?*f'");
    }

    @Test
    void the_service_string_is_written_where_it_is_asked_for_and_where_the_header_has_released_characters() {
        assertThat(written("<UNA>x</UNA>", UNB, MESSAGE)).startsWith("UNA:+.? 'UNB+");
        assertThat(written("<UNA>x</UNA>", unb("UNOC", "4", "R1"), MESSAGE)).startsWith("UNA:+.?*'UNB+");
        assertThat(written(UNB.replace("THEM", "O'NEIL"), MESSAGE)).startsWith("UNA:+.? 'UNB+UNOC:3+US+O?'NEIL+");
    }

    @Test
    void bytes_are_in_the_character_set_of_the_header() {
        assertThat(bytes(UNB, message("1", "ABO", "ü"))).contains(0xfc);
        assertThat(bytes(unb("UNOW", "4", "R1"), message("1", "ABO", "ü"))).containsSequence(0xc3, 0xbc);
        assertThat(written(unb("UNOA", "3", "R1"), message("1", "ABO", "ü"))).contains("RFF+ABO:u'");
    }

    @Test
    void an_element_keeps_its_place_behind_others_of_the_same_name() throws Exception {
        String tax = "<ERC><C901><E9321>1</E9321><E3055>95</E3055></C901></ERC>";
        assertThat(written(UNB, MESSAGE.replace("</Message>", "<SG4>" + tax + "</SG4></Message>")))
                .contains("ERC+1::95'");
        assertThatThrownBy(() -> written(
                        UNB,
                        MESSAGE.replace(
                                "</Message>",
                                "<SG4>" + tax.replace("</C901>", "<E3055>6</E3055></C901>") + "</SG4></Message>")))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("C901 has no place for E3055");
    }

    @Test
    void what_the_grammar_refuses_does_not_leave() {
        assertThatThrownBy(() -> written(UNB, message("1", "ABO", "x".repeat(71))))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("DATA_ELEMENT_TOO_LONG");
        assertThatThrownBy(() -> written(UNB, message("1", "XXX", "x")))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("INVALID_CODE_VALUE");
        assertThatThrownBy(() -> written(UNB, MESSAGE.replace("<BGM><E1225>27</E1225></BGM>", "")))
                .isInstanceOf(InvalidReply.class);
        assertThatThrownBy(() -> written(MESSAGE)).isInstanceOf(InvalidReply.class);
        assertThatThrownBy(() -> written(UNB)).isInstanceOf(InvalidReply.class);
        assertThatThrownBy(() -> written(UNB, MESSAGE.replace("BGM>", "QQQ>")))
                .isInstanceOf(InvalidReply.class)
                .hasMessageContaining("no segment QQQ");
    }
}
