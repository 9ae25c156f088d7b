package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.Pointer;

/** Reads from an item whether it is a return, and what it names. */
record ReturnReader(ReturnNames names) {

    /** Null where it is none. */
    Returned read(Element item, ItemPath paths, Map<String, String> facts) {
        if (names.never()
                || !names.when().nowhere()
                        && !names.values().contains(names.when().text(item))) {
            return null;
        }
        List<Returned.Name> named = new ArrayList<>();
        for (ReturnNames.Line line : names.of()) {
            line.id().all(item).stream()
                    .filter(element -> !element.text().isEmpty() && says(element, line))
                    .findFirst()
                    .ifPresent(element -> named.add(
                            new Returned.Name(line.by(), element.text(), date(line, item), paths.of(element))));
        }
        Map<String, String> agree = new LinkedHashMap<>(facts);
        agree.keySet().retainAll(names.agree());
        agree.values().removeIf(String::isEmpty);
        return new Returned(named, agree, expected(item, paths));
    }

    private static boolean says(Element element, ReturnNames.Line line) {
        return line.where().isEmpty() || line.values().contains(element.parent().textAt(line.where()));
    }

    private static String date(ReturnNames.Line line, Element item) {
        return line.date().nowhere() ? "" : ItemMapping.date(line.date().text(item));
    }

    /** Of the first number as far as its path is there. */
    private Pointer expected(Element item, ItemPath paths) {
        return paths.of(item, String.join("/", names.of().get(0).id().steps()));
    }
}
