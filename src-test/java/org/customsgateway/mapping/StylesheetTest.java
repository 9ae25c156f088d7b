package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {

    private static final String START =
            "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\""
                    + " xmlns:java=\"http://xml.apache.org/xalan/java\">";

    @Test
    void it_makes_one_document_of_another_with_what_it_is_told() throws BrokenFormat {
        Stylesheet stylesheet = stylesheet(
                "<xsl:param name=\"a\" select=\"'1'\"/><xsl:param name=\"b\" select=\"'2'\"/>"
                        + "<xsl:template match=\"/\"><o><xsl:value-of select=\"concat($a, $b, i)\"/></o></xsl:template>");
        assertThat(stylesheet.parameters()).containsExactly("a", "b");
        assertThat(run(stylesheet, Map.of("b", "ç"))).contains(">1ç3</o>");
    }

    @Test
    void another_file_is_not_read(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("o.xml"), "<secret>secret</secret>");
        assertThatThrownBy(() -> run(
                        stylesheet("<xsl:template match=\"/\"><o><xsl:value-of select=\"document('" + other.toUri()
                                + "')\"/></o></xsl:template>"),
                        Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("s.xsl", "accessExternal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // calls itself
                "<xsl:template match=\"/\" name=\"t\"><xsl:call-template name=\"t\"/></xsl:template>",
                // writes without end
                "<xsl:template match=\"/\"><o><xsl:call-template name=\"t\"><xsl:with-param name=\"s\" select=\"'0123456789abcdef'\"/>"
                        + "</xsl:call-template></o></xsl:template><xsl:template name=\"t\"><xsl:param name=\"s\"/>"
                        + "<xsl:value-of select=\"$s\"/><xsl:call-template name=\"t\"><xsl:with-param name=\"s\" select=\"concat($s, $s)\"/>"
                        + "</xsl:call-template></xsl:template>",
                // Java
                "<xsl:template match=\"/\"><o><xsl:value-of select=\"java:java.lang.System.getenv('PATH')\"/></o></xsl:template>",
                // gives up
                "<xsl:template match=\"/\"><xsl:message terminate=\"yes\">3</xsl:message></xsl:template>"
            })
    void what_does_not_come_to_its_end_or_reaches_out_is_our_fault(String body) {
        assertThatThrownBy(() -> run(stylesheet(body), Map.of()))
                .isInstanceOfAny(IllegalStateException.class, BrokenFormat.class)
                .hasMessageContaining("s.xsl");
    }

    private static Stylesheet stylesheet(String body) throws BrokenFormat {
        return Stylesheet.compile("s.xsl", START + body + "</xsl:stylesheet>");
    }

    private static String run(Stylesheet stylesheet, Map<String, String> values) {
        byte[] made = stylesheet.transform("<i>3</i>".getBytes(StandardCharsets.UTF_8), values);
        return new String(made, StandardCharsets.UTF_8);
    }
}
