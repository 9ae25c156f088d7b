package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTreeTest {

    /** All but the last are for a parser: other quotes and an empty element, a comment, a character by its number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a xmlns='urn:a'><b c=\"1\" d=\"2\"> x &amp; y </b><b/><e><f>z</f></e></a>",
                "<a xmlns=\"urn:a\"><!-- no --><b c=\"1\" d=\"2\"> x &amp; y </b><b/><e><f>z</f></e></a>",
                "<a xmlns=\"urn:a\"><b c=\"1\" d=\"2\"> x &#38; y </b><b></b><e><f>z</f></e></a>",
                "<a xmlns=\"urn:a\"><b c=\"1\" d=\"2\"> x &amp; y </b><b></b><e><f>z</f></e></a>"
            })
    void a_document_is_the_same_tree_whoever_reads_it(String xml) throws XMLStreamException {
        Element root = read(xml);
        assertThat(root.name()).isEqualTo("a");
        assertThat(root.children()).extracting(Element::name).containsExactly("b", "b", "e");
        Element first = root.children().get(0);
        assertThat(first.text()).isEqualTo("x & y");
        assertThat(first.attributes()).containsExactly("c", "1", "d", "2");
        assertThat(root.textAt("e", "f")).isEqualTo("z");
    }

    @Test
    void a_reader_that_has_given_up_reads_the_next_document() throws XMLStreamException {
        assertThatThrownBy(() -> read("<a><b></a>")).isInstanceOf(XMLStreamException.class);
        assertThat(read("<c><d>e</d></c>").textAt("d")).isEqualTo("e");
    }

    private static Element read(String xml) throws XMLStreamException {
        return PlainTree.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
