package org.customsgateway.mapping.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.mapping.enrich.Consignment.Line;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.ReferenceSet;

/** What is said of goods by their descriptions and their identifiers. */
final class Goods {

    private Goods() {}

    /** Whether each code is one that its description speaks for; where no word of any says anything, nothing is said. */
    static Optional<Operators.Said> plausible(Scene scene) {
        ReferenceSet words = scene.references().set("hs-words");
        List<String> fitting = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        for (Line line : scene.consignment().lines()) {
            List<ReferenceRow> said = line.hs().isEmpty() ? List.of() : said(scene, words, line);
            if (said.isEmpty()) {
                continue;
            }
            Optional<ReferenceRow> speaks =
                    said.stream().filter(row -> speaksFor(row, line.hs())).findFirst();
            (speaks.isPresent() ? fitting : doubtful)
                    .add("item " + line.number() + " " + line.hs() + ": "
                            + speaks.orElse(said.get(0)).text("word") + " is "
                            + speaks.orElse(said.get(0)).text("codes"));
        }
        if (fitting.isEmpty() && doubtful.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Operators.Said(
                doubtful.isEmpty() ? "fits" : "doubtful",
                String.join("; ", doubtful.isEmpty() ? fitting : doubtful),
                List.of("hs-words")));
    }

    private static List<ReferenceRow> said(Scene scene, ReferenceSet words, Line line) {
        List<ReferenceRow> said = new ArrayList<>();
        for (String word : WordList.words(line.goods().textAt("Commodity", "Description"))) {
            words.find(scene.on(), word)
                    .or(() -> word.endsWith("S")
                            ? words.find(scene.on(), word.substring(0, word.length() - 1))
                            : Optional.empty())
                    .ifPresent(said::add);
        }
        return said;
    }

    private static boolean speaksFor(ReferenceRow word, String code) {
        for (String beginning : word.text("codes").split(" ")) {
            if (code.startsWith(beginning) || beginning.startsWith(code)) {
                return true;
            }
        }
        return false;
    }

    /** Whether each goods item has the identifiers that the destination asks for on that day; nothing where it asks for none. */
    static Optional<Operators.Said> identifiers(Scene scene) {
        if (scene.territory().isEmpty()) {
            return Optional.empty();
        }
        List<ReferenceRow> wanted =
                scene.references().set("product-identifiers").under(scene.on(), scene.territory()).stream()
                        .filter(row -> Natures.of(row.text("nature"))
                                .has(scene.consignment().nature()))
                        .toList();
        if (wanted.isEmpty() || scene.consignment().lines().isEmpty()) {
            return Optional.empty();
        }
        boolean complete = true;
        List<String> why = new ArrayList<>();
        for (ReferenceRow row : wanted) {
            List<String> without = scene.consignment().lines().stream()
                    .filter(line -> !has(line, row.text("type")))
                    .map(Line::number)
                    .toList();
            complete &= without.isEmpty() || !row.text("need").equals("always");
            why.add(row.text("name") + " (" + row.text("type") + ", " + row.text("need") + ") "
                    + (without.isEmpty() ? "in all" : "not in item " + String.join(", ", without)));
        }
        return Optional.of(new Operators.Said(
                complete ? "complete" : "missing", String.join("; ", why), List.of("product-identifiers")));
    }

    private static boolean has(Line line, String type) {
        return line.goods().children("Commodity").stream()
                .flatMap(commodity -> commodity.children("Classification").stream())
                .anyMatch(one -> one.textAt("IdentificationTypeCode").equals(type)
                        && !one.textAt("ID").isBlank());
    }
}
