package org.customsgateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.customsgateway.connector.OnDoubt;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** What a partner is told of a return that cannot be linked as it should. */
record ReturnFaults(Reading reading, MappedItem item) {

    private static final String LINE = "Declaration/GoodsShipment/GovernmentAgencyGoodsItem[%d]/Commodity";

    /** Why it is not known what the goods came in with. */
    Problem notFound(Original original, OnDoubt doubt) {
        String text = switch (original.word()) {
            case "unnamed" -> "A return names what the goods came in with: the item, the order or the list.";
            case "ambiguous" ->
                "More than one declaration is known under this number: name the one that is meant, with its date where it has one.";
            case "ended" -> "What is known under this number was refused or withdrawn: nothing came in with it.";
            default ->
                "No declaration is known under this number of yours, nor of those whose returns you may declare.";
        };
        Pointer pointer = original.name() == null
                ? item.returned().pointer()
                : original.name().pointer();
        String value = original.name() == null ? "" : original.name().id();
        return problem("RETURN-" + original.word().toUpperCase(Locale.ROOT), pointer, "D018", value, text, doubt);
    }

    /** More comes back than came in, or something else. */
    List<Problem> tooMuch(CameIn cameIn, CameIn.Whose whose, List<GoodsLine> goods, OnDoubt doubt) {
        List<Problem> problems = new ArrayList<>();
        for (CameIn.Fault fault : cameIn.faults(whose, goods)) {
            GoodsLine line = fault.line();
            problems.add(
                    fault.strange()
                            ? problem(
                                    "RETURN-GOODS",
                                    at(line, "/Classification[1]/ID"),
                                    "145",
                                    "",
                                    "No such goods came in with what is named.",
                                    doubt)
                            : problem(
                                    "RETURN-MORE",
                                    at(line, line.unit().isEmpty() ? "" : "/GoodsMeasure/TariffQuantity"),
                                    line.unit().isEmpty() ? "144" : "130",
                                    line.quantity().toPlainString(),
                                    "With what has come back before it is more than came in.",
                                    doubt));
        }
        if (cameIn.worthMore(whose, goods)) {
            problems.add(problem(
                    "RETURN-VALUE",
                    reading.mapping().toSource("Declaration", item.sequence()),
                    "112",
                    "",
                    "With what has come back before it is worth more than what came in.",
                    doubt));
        }
        return problems;
    }

    private Pointer at(GoodsLine line, String below) {
        return reading.mapping().toSource(LINE.formatted(line.place()) + below, item.sequence());
    }

    private Problem problem(String rule, Pointer pointer, String wcoId, String value, String text, OnDoubt doubt) {
        Severity severity = doubt == OnDoubt.REJECT ? Severity.REJECT : Severity.WARN;
        return new Problem(rule, severity, pointer, wcoId, value, text, "");
    }
}
