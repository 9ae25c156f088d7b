package org.customsgateway.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Random documents over our schemas: mostly right, sometimes a value at the edge of its type, sometimes an element too few, too many or in
 * the wrong place.
 */
final class WcoDocuments {

    private static final List<String> EDGES = List.of(
            "",
            " ",
            "\n",
            "a\nb",
            "a\tb",
            " a ",
            "a  b",
            "\u00a0",
            "\u2028",
            "é",
            "ＧＢ",
            "１",
            "x".repeat(3),
            "x".repeat(4),
            "x".repeat(5),
            "x".repeat(9),
            "x".repeat(10),
            "x".repeat(17),
            "x".repeat(18),
            "x".repeat(19),
            "x".repeat(36),
            "x".repeat(51),
            "x".repeat(71),
            "x".repeat(257),
            "x".repeat(513),
            "\ud83d\udce6".repeat(35),
            "\ud83d\udce6".repeat(36),
            "x".repeat(35) + "  ",
            "+1",
            "-1",
            "-0.0",
            "1.",
            ".5",
            "1e3",
            "INF",
            "NaN",
            " 12 ",
            "1 2",
            "1,5",
            "00000000000000000001",
            "1.0000000",
            "1.0001",
            "1.0000001",
            "99999",
            "100000",
            "99999999",
            "100000000",
            "1234567890123456",
            "12345678901234567",
            "9",
            "13",
            "14",
            "8",
            "0",
            "1",
            "2",
            "GB",
            "gb",
            "G1",
            "EUR",
            "eur",
            "20260101",
            "20261399",
            "19990101",
            "20260101120000Z",
            "20260101120000+01",
            "20260101120000+0100",
            "202601011200",
            "102",
            "304",
            "203");

    private static final Pattern SIZED = Pattern.compile("(Code|Text|Letters|Digits|UpToDigits|Whole|Decimal)(\\d+)");

    private static final Map<String, Element> NAMED = named();

    private final Random random;

    WcoDocuments(Random random) {
        this.random = random;
    }

    private static Map<String, Element> named() {
        Map<String, Element> named = new HashMap<>();
        for (String file : List.of(
                "dec/MetaData", "dec/Declaration", "dec/DeclarationTypes", "res/Response", "res/ResponseTypes")) {
            Element schema = parse(Path.of("xsd/wco-" + file + ".xsd"));
            for (Element part : parts(schema)) {
                String kind = part.getLocalName().equals("element") ? "element" : "type";
                named.put(kind + schema.getAttribute("targetNamespace") + part.getAttribute("name"), part);
            }
        }
        return named;
    }

    /** @param message {@code Declaration} or {@code Response} */
    byte[] next(String message) {
        String namespace =
                message.equals("Declaration") ? "urn:wco:datamodel:WCO:DEC-DMS:2" : "urn:wco:datamodel:WCO:RES-DMS:2";
        StringBuilder xml = new StringBuilder("<MetaData xmlns='urn:wco:datamodel:WCO:DocumentMetaData-DMS:2'>");
        element(xml, NAMED.get("element" + namespace + message));
        return xml.append("</MetaData>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(StringBuilder xml, Element declaration) {
        String name = declaration.getAttribute("name");
        Element type = type(declaration);
        xml.append('<')
                .append(name)
                .append(" xmlns='")
                .append(namespace(declaration))
                .append('\'');
        if (type != null && type.getLocalName().equals("complexType")) {
            content(xml, parts(type).get(0));
        } else {
            xml.append('>').append(value(type));
        }
        xml.append("</").append(name).append('>');
    }

    private void content(StringBuilder xml, Element model) {
        if (model.getLocalName().equals("sequence")) {
            xml.append('>');
            children(xml, parts(model));
            return;
        }
        Element extension = parts(model).get(0);
        for (Element attribute : parts(extension)) {
            if (attribute.hasAttribute("use") && !rarely() || random.nextBoolean()) {
                xml.append(' ')
                        .append(attribute.getAttribute("name"))
                        .append("='")
                        .append(value(type(attribute)))
                        .append('\'');
            }
        }
        xml.append('>').append(value(resolve(extension, "base", "type")));
    }

    private void children(StringBuilder xml, List<Element> declared) {
        List<Element> chosen = new ArrayList<>();
        for (Element child : declared) {
            boolean wanted = child.getAttribute("minOccurs").isEmpty() ? !rarely() : random.nextInt(4) == 0;
            int most = child.getAttribute("maxOccurs").isEmpty() ? 1 : 3;
            for (int i = 0; wanted && i < (rarely() ? 2 : 1 + random.nextInt(most)); i++) {
                chosen.add(child.hasAttribute("ref") ? resolve(child, "ref", "element") : child);
            }
        }
        if (chosen.size() > 1 && rarely()) {
            chosen.add(0, chosen.remove(chosen.size() - 1));
        }
        chosen.forEach(child -> element(xml, child));
    }

    private boolean rarely() {
        return random.nextInt(300) == 0;
    }

    private String value(Element type) {
        String text = random.nextInt(20) == 0
                ? EDGES.get(random.nextInt(EDGES.size()))
                : usual(type == null ? "" : type.getAttribute("name"));
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private String usual(String type) {
        Matcher sized = SIZED.matcher(type);
        if (sized.matches()) {
            int size = Integer.parseInt(sized.group(2)) + (random.nextInt(100) == 0 ? 1 : 0);
            return switch (sized.group(1)) {
                case "Code", "Text" -> text("aZ9-'&", upTo(size));
                case "Letters" -> text("aZ", size);
                case "Digits" -> text("09", size);
                case "UpToDigits" -> text("09", upTo(size + 1) - 1);
                case "Whole" -> text("19", upTo(size));
                default -> decimal(16, size);
            };
        }
        return switch (type) {
            case "Currency" -> random.nextInt(50) == 0 ? "eur" : "EUR";
            case "Unit" -> "KGM";
            case "DateFormat" -> "102";
            case "DateOrTime" -> "20260101";
            case "DeclarationFunctionCode" -> "9";
            case "ContainerCode" -> "1";
            case "Rate" -> decimal(12, 5);
            default -> "1.5";
        };
    }

    private String decimal(int digits, int fraction) {
        boolean tooLong = random.nextInt(20) == 0;
        int whole = digits - fraction;
        return tooLong
                ? text("19", whole + 1) + "." + text("15", fraction)
                : text("19", upTo(whole)) + "." + text("15", upTo(fraction));
    }

    /** Often the most: faults sit at the edge. */
    private int upTo(int most) {
        return random.nextInt(3) == 0 ? most : 1 + random.nextInt(most);
    }

    private String text(String letters, int size) {
        StringBuilder text = new StringBuilder();
        random.ints(size, 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
        return text.toString();
    }

    private Element type(Element declaration) {
        return resolve(declaration, "type", "type");
    }

    private Element resolve(Element at, String attribute, String kind) {
        String[] name = at.getAttribute(attribute).split(":");
        return NAMED.get(kind + at.lookupNamespaceURI(name[0]) + name[1]);
    }

    private static String namespace(Element declaration) {
        return declaration.getOwnerDocument().getDocumentElement().getAttribute("targetNamespace");
    }

    private static Element parse(Path file) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> parts(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getLocalName().equals("import")) {
                found.add(element);
            }
        }
        return found;
    }
}
