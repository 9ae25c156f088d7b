package org.customsgateway.route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.WcoResponse;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Tax;

/** Turns a back-end's WCO response into what it means, its faults turned around into the sender's own fields. */
final class Answers {

    private final WcoModel wco;
    private final Formats formats;
    private final Journal journal;
    private final DecisionTable table;
    private final BackEnds backEnds;

    Answers(WcoModel wco, Formats formats, Journal journal, DecisionTable table, BackEnds backEnds) {
        this.backEnds = backEnds;
        this.wco = wco;
        this.formats = formats;
        this.journal = journal;
        this.table = table;
    }

    /** Empty when the codes of the response mean nothing to us. */
    Optional<Answer> read(String backend, String itemId, WcoResponse response) {
        return table.outcome(backend, backEnds.kind(backend), response.functionCode(), response.statusCode())
                .map(outcome -> answer(outcome, backend, itemId, response));
    }

    private Answer answer(Outcome outcome, String backend, String itemId, WcoResponse response) {
        List<Tax> taxes = response.taxes();
        BigDecimal total = response.total();
        String currency = response.totalCurrency();
        if (total == null && taxes.stream().map(Tax::currency).distinct().count() == 1) {
            total = taxes.stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            currency = taxes.get(0).currency();
        }
        return new Answer(
                outcome,
                response.reasonCode(),
                response.reasonText(),
                problems(backend, itemId, response.faults()),
                taxes,
                total,
                currency);
    }

    private List<Problem> problems(String backend, String itemId, List<WcoResponse.Fault> faults) {
        if (faults.isEmpty()) {
            return List.of();
        }
        Optional<Item> item = journal.items().find(itemId);
        List<Problem> problems = new ArrayList<>();
        for (WcoResponse.Fault fault : faults) {
            String path = wco.positions().path(fault.pointers());
            Pointer pointer = item.map(known -> formats.current(known.format()).toSource(path, known.sequence()))
                    .orElse(Pointer.path(path));
            problems.add(new Problem(
                    backend + ":" + fault.code(),
                    Severity.REJECT,
                    pointer,
                    wco.positions().wcoId(path),
                    "",
                    fault.text(),
                    ""));
        }
        return problems;
    }
}
