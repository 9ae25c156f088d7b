package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.customsgateway.mapping.xml.SchemaTree;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Whatever becomes of a good waybill on its way: a refusal, a rejection or a valid declaration, each with an answer that is
 * valid too, never an exception; and never a declaration of what lacks something that its schema demands.
 */
class MutatedCargoXmlTest {

    private static final Map<String, Path> GOOD = Map.of(
            "cargo-xfzb-3", golden("cargo-xfzb-3/carries-customs-notes-as-party-numbers-contacts-and-documents"),
            "cargo-xfwb-3", golden("cargo-xfwb-3/accepts-a-direct-waybill-with-several-hs-codes"),
            "cargo-xfhl-3", golden("cargo-xfhl-3/accepts-a-manifest-of-two-houses"));

    private static final String[] VALUES = {
        "",
        " ",
        "-1",
        "0",
        "1e9",
        "NaN",
        "12,5",
        "0.0000001",
        "99999999999999999999",
        "x".repeat(600),
        "EUR",
        "XX",
        "Deletion",
        "741",
        "2026-13-45",
        "2026-11-20T09:15:00",
        "true",
        "é ü 漢字",
        "<![CDATA[]]>",
        "\t",
        "${item}",
        "KGM",
        "000-12345675"
    };

    private static final Set<String> DEMANDED_BY_RULES = Set.of("MasterConsignment", "TransportContractDocument");

    private static final Map<String, SchemaElement> ROOTS = new HashMap<>();

    @BeforeContainer
    static void open() throws IOException, BrokenFormat {
        Drawers drawers = Drawers.read(Path.of("mappings"), Path.of("xsd"));
        for (String format : CargoXml.READ) {
            FormatFile file = FormatFileReader.read(drawers, format);
            SchemaTree tree = SchemaTree.read(drawers, "xsd/" + format + "/" + file.schema());
            ROOTS.put(format, tree.root(file.sign("root")));
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void spliced_with_anything(@ForAll("formats") String format, @ForAll("splices") List<Splice> splices) {
        judged(format, Splice.all(splices, good(format)));
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void broken_off_anywhere(@ForAll("formats") String format, @ForAll("shares") double share) {
        byte[] raw = good(format);
        byte[] cut = Arrays.copyOf(raw, (int) (share * (raw.length - "</rsm:Waybill>\n\n".length())));

        assertThat(judged(format, cut).accepted()).isFalse();
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void with_another_value_somewhere(
            @ForAll("formats") String format, @ForAll("shares") double place, @ForAll("values") String value) {
        Document document = parsed(good(format));
        Node leaf = at(leaves(document), place);
        leaf.setTextContent(value);

        judged(format, bytes(document));
    }

    @Example
    void without_any_one_element() {
        for (String format : CargoXml.READ) {
            int count = elements(parsed(good(format))).size();
            for (int i = 0; i < count; i++) {
                Document document = parsed(good(format));
                Node element = elements(document).get(i);
                boolean needed = needed(format, element);
                element.getParentNode().removeChild(element);

                CargoXml.Outcome outcome = judged(format, bytes(document));

                assertThat(outcome.accepted() && needed)
                        .as("%s accepted without %s", format, element.getNodeName())
                        .isFalse();
            }
        }
    }

    @Example
    void with_any_one_element_twice() {
        for (String format : CargoXml.READ) {
            int count = elements(parsed(good(format))).size();
            for (int i = 0; i < count; i++) {
                Document document = parsed(good(format));
                Node element = elements(document).get(i);
                boolean once = !declared(format, element).repeats();
                element.getParentNode().insertBefore(element.cloneNode(true), element);

                CargoXml.Outcome outcome = judged(format, bytes(document));

                assertThat(outcome.accepted() && once)
                        .as("%s accepted with %s twice", format, element.getNodeName())
                        .isFalse();
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void with_an_element_at_the_end_of_its_parent(@ForAll("formats") String format, @ForAll("shares") double place) {
        Document document = parsed(good(format));
        Node element = at(elements(document), place);
        element.getParentNode().appendChild(element);

        judged(format, bytes(document));
    }

    private static CargoXml.Outcome judged(String format, byte[] raw) {
        CargoXml.Outcome outcome = CargoXml.read(Shipped.mapping(format), raw);
        assertThat(outcome.replies()).hasSize(1);
        if (!outcome.scan().refused()) {
            assertThat(outcome.items()).hasSize(1);
            MappedItem item = outcome.items().get(0);
            assertThat(item.failure()).isEmpty();
            assertThat(item.declaration() == null).isEqualTo(item.rejected());
        }
        if (outcome.accepted()) {
            assertThat(Shipped.model().validateDeclaration(outcome.declaration()))
                    .isEmpty();
        } else {
            assertThat(outcome.problems()).anyMatch(problem -> problem.rejects());
            assertThat(outcome.replies().get(0)).contains(">Rejected<").contains(">Error<");
        }
        return outcome;
    }

    /** Whether its parent is not whole without it: the schema or a rule demands it, and it is the only one of its name. */
    private static boolean needed(String format, Node element) {
        int twins = 0;
        for (Node twin = element.getParentNode().getFirstChild(); twin != null; twin = twin.getNextSibling()) {
            twins += element.getNodeName().equals(twin.getNodeName()) ? 1 : 0;
        }
        return twins == 1
                && (declared(format, element).least() > 0 || DEMANDED_BY_RULES.contains(element.getLocalName()));
    }

    private static SchemaElement declared(String format, Node element) {
        List<String> path = new ArrayList<>();
        Node at = element;
        while (at.getParentNode().getNodeType() == Node.ELEMENT_NODE) {
            path.add(0, at.getLocalName());
            at = at.getParentNode();
        }
        return ROOTS.get(format).at(path);
    }

    private static Path golden(String name) {
        return Path.of("src-test/golden").resolve(name).resolve("input.xml");
    }

    private static byte[] good(String format) {
        try {
            return Files.readAllBytes(GOOD.get(format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parsed(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Document document) {
        try {
            var out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but the root. */
    private static List<Node> elements(Document document) {
        List<Node> found = new ArrayList<>();
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 1; i < all.getLength(); i++) {
            found.add(all.item(i));
        }
        return found;
    }

    private static List<Node> leaves(Document document) {
        return elements(document).stream()
                .filter(element -> element.getFirstChild() != null
                        && element.getFirstChild().getNextSibling() == null)
                .toList();
    }

    private static Node at(List<Node> nodes, double share) {
        return nodes.get(Math.min(nodes.size() - 1, (int) (share * nodes.size())));
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of(CargoXml.READ);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1).withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(VALUES);
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return Splice.some(
                60,
                "<",
                ">",
                "&",
                "\"",
                "<ram:ID>",
                "</ram:ID>",
                "<ram:Name/>",
                "]]>",
                "<!--",
                "&#0;",
                "\u0000",
                "é",
                " xmlns:ram=\"x\"",
                "<!DOCTYPE a>",
                "-1",
                "</rsm:MasterConsignment>",
                "<rsm:HouseWaybill>",
                "unitCode=\"\"",
                "${item}");
    }
}
