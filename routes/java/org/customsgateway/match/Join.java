package org.customsgateway.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.mapping.CsvTable;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.PlainTree;
import org.customsgateway.mapping.WcoPositions;
import org.customsgateway.mapping.WcoText;
import org.customsgateway.message.LegKind;

/** Makes one WCO declaration of those of the legs: the order's, with what {@code join.csv} takes from the others. */
final class Join {

    private static final String DECLARATION = "Declaration";
    private static final String SHIPMENT = DECLARATION + "/GoodsShipment";

    /** Those that a declaration has once, and of which each part may come from another leg. */
    static final List<String> CLASSES = List.of(DECLARATION, SHIPMENT);

    /** UN/EDIFACT 1225 as the declaration schema allows it: a replacement and a withdrawal are declared as a further message (13). */
    private static final Map<String, String> FUNCTIONS = Map.of("9", "9", "5", "13", "1", "13");

    /** Goods declaration for importation (UN/EDIFACT 1001). */
    private static final String DECLARED_BEFORE = "929";

    private final List<JoinRow> rows;
    /** The places of the parts of each class in the order of the schema, by its path and their names. */
    private final Map<String, Map<String, Integer>> places = new HashMap<>();

    private Join(List<JoinRow> rows, WcoPositions positions) {
        this.rows = rows;
        CLASSES.forEach(path -> places.put(path, places(positions.inside(path))));
    }

    private static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        return places;
    }

    static Join read(String file, String text, WcoPositions positions, Faults faults) {
        return new Join(
                faults.of(
                        () -> CsvTable.read(file, text, row -> JoinRow.of(row, positions), JoinRow.COLUMNS), List.of()),
                positions);
    }

    /**
     * @param documents of the legs; the order's is there
     * @param functionCode UN/EDIFACT 1225
     * @param previous id of the declaration that is replaced or withdrawn, or empty
     */
    byte[] declaration(Map<LegKind, byte[]> documents, String functionCode, String previous) {
        Map<LegKind, Element> declarations = new EnumMap<>(LegKind.class);
        documents.forEach((kind, document) -> declarations.put(kind, declaration(document)));
        Element joined = declarations.get(LegKind.ORDER);
        Map<LegKind, Element> shipments = new EnumMap<>(LegKind.class);
        declarations.forEach((kind, declaration) ->
                declaration.children("GoodsShipment").forEach(shipment -> shipments.put(kind, shipment)));
        for (JoinRow row : rows) {
            Map<LegKind, Element> classes = row.in().equals(DECLARATION) ? declarations : shipments;
            put(classes.get(LegKind.ORDER), row.in(), row.name(), row.of(classes));
        }
        put(joined, DECLARATION, "FunctionCode", List.of(leaf("FunctionCode", FUNCTIONS.get(functionCode))));
        Element shipment = shipments.get(LegKind.ORDER);
        put(shipment, SHIPMENT, "PreviousDocument", previous(shipment, previous));
        return WcoText.of(joined.parent());
    }

    private static Element declaration(byte[] document) {
        try {
            return PlainTree.read(document).children(DECLARATION).get(0);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    /** These instead of what the class has of that name; nothing into a class that the order does not have. */
    private void put(Element into, String path, String name, List<Element> parts) {
        if (into == null) {
            return;
        }
        Map<String, Integer> order = places.get(path);
        List<Element> all = new ArrayList<>(into.children());
        all.removeIf(part -> part.name().equals(name));
        int at = 0;
        while (at < all.size() && order.get(all.get(at).name()) < order.get(name)) {
            at++;
        }
        all.addAll(at, parts);
        into.children(all);
    }

    private static List<Element> previous(Element shipment, String itemId) {
        List<Element> documents = new ArrayList<>(shipment == null ? List.of() : shipment.children("PreviousDocument"));
        documents.removeIf(document -> document.textAt("TypeCode").equals(DECLARED_BEFORE));
        if (!itemId.isEmpty()) {
            Element document = leaf("PreviousDocument", "");
            document.add(leaf("ID", itemId));
            document.add(leaf("TypeCode", DECLARED_BEFORE));
            documents.add(document);
        }
        return documents;
    }

    private static Element leaf(String name, String text) {
        Element leaf = new Element(name, null, 0, 0);
        leaf.text(text);
        return leaf;
    }
}
