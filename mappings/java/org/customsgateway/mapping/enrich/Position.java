package org.customsgateway.mapping.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.customsgateway.mapping.Element;

/**
 * One position of a declaration, or of each of its goods items: {@code GoodsShipment/Consignee/Name}. What stands in brackets is said
 * by one of the element's children: {@code AdditionalInformation[ARRIVAL-TIME]/StatementDescription}.
 */
final class Position {

    static final String GOODS = "GoodsShipment/GovernmentAgencyGoodsItem";

    private record Step(String name, String code) {

        static Step of(String written) {
            int bracket = written.indexOf('[');
            return bracket < 0
                    ? new Step(written, "")
                    : new Step(written.substring(0, bracket), written.substring(bracket + 1, written.length() - 1));
        }

        boolean fits(Element element) {
            return element.name().equals(name) && (code.isEmpty() || says(element));
        }

        private boolean says(Element element) {
            for (Element child : element.children()) {
                if (child.text().equals(code)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final boolean ofGoods;
    private final List<Step> steps;
    /** Empty where it is the text of the element. */
    private final String attribute;

    Position(String written) {
        ofGoods = written.startsWith(GOODS + "/");
        int at = written.indexOf("/@");
        attribute = at < 0 ? "" : written.substring(at + 2);
        String path = at < 0 ? written : written.substring(0, at);
        steps = List.of((ofGoods ? path.substring(GOODS.length() + 1) : path).split("/")).stream()
                .map(Step::of)
                .toList();
    }

    /** Of one place, as {@link #path} writes it, those of all goods items. */
    static Position of(String path) {
        return new Position(path.substring("Declaration/".length()).replaceFirst("\\[\\d+]", ""));
    }

    /** Every place where it is, and, where it is missing in the whole or in one of the goods items, the place where it should be. */
    List<Place> places(Consignment consignment) {
        List<Place> places = new ArrayList<>();
        if (!ofGoods) {
            collect(consignment.declaration(), 0, places);
            return places;
        }
        List<Consignment.Line> lines = consignment.lines();
        for (int i = 0; i < lines.size(); i++) {
            collect(lines.get(i).goods(), i + 1, places);
        }
        return places;
    }

    private void collect(Element from, int goods, List<Place> places) {
        int before = places.size();
        collect(from, 0, goods, places);
        if (places.size() == before) {
            places.add(new Place(this, goods, null));
        }
    }

    private void collect(Element from, int step, int goods, List<Place> places) {
        if (step == steps.size()) {
            places.add(new Place(this, goods, from));
            return;
        }
        for (Element child : from.children()) {
            if (steps.get(step).fits(child)) {
                collect(child, step + 1, goods, places);
            }
        }
    }

    String value(Element element) {
        return attribute.isEmpty() ? element.text() : element.attribute(attribute);
    }

    /** @param goods number of the goods item, 0 of the whole */
    String path(int goods) {
        String names = steps.stream().map(Step::name).collect(Collectors.joining("/"));
        return "Declaration/" + (goods == 0 ? "" : GOODS + "[" + goods + "]/") + names
                + (attribute.isEmpty() ? "" : "/@" + attribute);
    }
}
