package org.customsgateway.connector.https;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.https.Inquiry.InterchangeReport;
import org.customsgateway.connector.https.Inquiry.ItemReport;
import org.customsgateway.connector.https.Inquiry.StatusReport;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Status;
import org.customsgateway.message.Tax;

/** The schemas of {@code routes/openapi/gateway.yaml}, filled. What is empty is left out. */
final class Shapes {

    private Shapes() {}

    static Map<String, Object> interchange(InterchangeReport report) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("interchangeId", report.id());
        shape.put("state", report.state());
        shape.put("receivedAt", report.receivedAt().toString());
        shape.put("size", report.raw().size());
        shape.put("sha256", report.raw().sha256());
        text(shape, "format", report.format() == null ? "" : report.format().value());
        text(shape, "reference", report.reference());
        if (report.items() >= 0) {
            shape.put("items", report.items());
        }
        shape.put("itemsRead", report.itemsRead());
        text(shape, "duplicateOf", report.duplicateOf() == null ? "" : report.duplicateOf());
        shape.put("problems", faults(report.problems(), report.json()));
        return shape;
    }

    static Map<String, Object> item(ItemReport report) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("itemId", report.id());
        shape.put("interchangeId", report.interchangeId());
        shape.put("sequence", report.sequence());
        shape.put("key", report.key().id());
        shape.put("format", report.format().value());
        shape.put("version", report.version());
        text(shape, "status", report.status() == null ? "" : report.status().name());
        shape.put("createdAt", report.createdAt().toString());
        shape.put("facts", report.facts());
        return shape;
    }

    static Map<String, Object> listed(StatusReport report) {
        ItemStatus item = report.item();
        var shape = new LinkedHashMap<String, Object>();
        shape.put("itemId", item.itemId());
        shape.put("interchangeId", report.interchangeId());
        shape.put("sequence", item.sequence());
        shape.put("key", item.key().id());
        shape.putAll(status(item.status(), report.json()));
        shape.put("facts", item.facts());
        return shape;
    }

    static Map<String, Object> status(Status status, boolean json) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("status", status.code().name());
        shape.put("at", status.at().toString());
        text(shape, "reasonCode", status.reasonCode());
        text(shape, "reasonText", status.reasonText());
        list(shape, "problems", faults(status.problems(), json));
        list(shape, "taxes", status.taxes().stream().map(Shapes::tax).toList());
        decimal(shape, "total", status.total());
        text(shape, "totalCurrency", status.totalCurrency());
        return shape;
    }

    private static Map<String, Object> tax(Tax tax) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", tax.type());
        if (tax.goodsItem() > 0) {
            shape.put("goodsItem", tax.goodsItem());
        }
        decimal(shape, "base", tax.base());
        decimal(shape, "rate", tax.rate());
        decimal(shape, "amount", tax.amount());
        shape.put("currency", tax.currency());
        return shape;
    }

    /** @param json whether they point into JSON */
    static List<Map<String, Object>> faults(List<Problem> problems, boolean json) {
        return problems.stream().map(problem -> fault(problem, json)).toList();
    }

    private static Map<String, Object> fault(Problem problem, boolean json) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("rule", problem.rule());
        shape.put("severity", problem.severity().name());
        if (json) {
            shape.put("pointer", JsonPointer.of(problem.pointer().path()));
        }
        text(shape, "path", problem.pointer().path());
        if (problem.pointer().line() > 0) {
            shape.put("line", problem.pointer().line());
        }
        if (problem.pointer().column() > 0) {
            shape.put("column", problem.pointer().column());
        }
        text(shape, "wcoId", problem.wcoId());
        text(shape, "value", problem.value());
        shape.put("text", problem.text());
        return shape;
    }

    private static void text(Map<String, Object> shape, String name, String value) {
        if (!value.isEmpty()) {
            shape.put(name, value);
        }
    }

    private static void decimal(Map<String, Object> shape, String name, BigDecimal value) {
        if (value != null) {
            shape.put(name, value.toPlainString());
        }
    }

    private static void list(Map<String, Object> shape, String name, List<?> values) {
        if (!values.isEmpty()) {
            shape.put(name, values);
        }
    }
}
