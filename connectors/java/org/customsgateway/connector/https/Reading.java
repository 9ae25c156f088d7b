package org.customsgateway.connector.https;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.customsgateway.connector.https.Inquiry.ItemReport;
import org.customsgateway.connector.https.Inquiry.StatusReport;

/** What a partner reads: of an interchange, an item, all its statuses. */
final class Reading {

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final Inquiry inquiry;

    Reading(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    Answer interchange(Call call) {
        return inquiry.interchange(call.partner(), call.id())
                .map(report -> {
                    given(call, "/v1/interchanges/{id}", List.of(report.id()));
                    return Answer.json(200, Shapes.interchange(report));
                })
                .orElseGet(Reading::notThere);
    }

    Answer itemsOfInterchange(Call call) {
        return page(call, Integer.MAX_VALUE, (after, limit) -> {
            if (inquiry.interchange(call.partner(), call.id()).isEmpty()) {
                return notThere();
            }
            return items(
                    call,
                    "/v1/interchanges/{id}/items",
                    inquiry.items(call.partner(), call.id(), after.intValue(), limit));
        });
    }

    Answer itemsByKey(Call call) {
        Optional<String> key = call.query("key").filter(text -> !text.isEmpty() && text.length() <= 200);
        if (key.isEmpty()) {
            return Answer.problem(Kind.MALFORMED, "Say whose item: key=<your own number of it>.");
        }
        return page(
                call,
                Long.MAX_VALUE,
                (after, limit) -> items(call, "/v1/items", inquiry.items(call.partner(), key.get(), limit)));
    }

    Answer item(Call call) {
        return inquiry.item(call.partner(), call.id())
                .map(report -> {
                    given(call, "/v1/items/{id}", List.of(report.id()));
                    Map<String, Object> shape = Shapes.item(report);
                    shape.put(
                            "statuses",
                            inquiry.history(report.id()).stream()
                                    .map(status -> Shapes.status(status, report.json()))
                                    .toList());
                    Inquiry.Returns returns = inquiry.returns(call.partner(), report.id());
                    if (!returns.of().isEmpty()) {
                        shape.put("returnOf", returns.of());
                    }
                    if (!returns.by().isEmpty()) {
                        shape.put("returnedBy", returns.by());
                    }
                    return Answer.json(200, shape);
                })
                .orElseGet(Reading::notThere);
    }

    Answer statuses(Call call) {
        return page(call, Long.MAX_VALUE, (after, limit) -> {
            // one more than asked for tells whether there is more
            List<StatusReport> found = inquiry.statuses(call.partner(), after, limit + 1);
            if (found.isEmpty() && after > inquiry.lastStatus(call.partner())) {
                // of another installation, or of a journal that was put back: what comes up to there would never be
                // told
                return Answer.problem(
                        Kind.MALFORMED,
                        "after is beyond the last status that there is: send what a page gave you, or leave it out to begin anew.");
            }
            List<StatusReport> page = found.subList(0, Math.min(limit, found.size()));
            if (!page.isEmpty()) {
                String range = page.get(0).number() + "\u2013"
                        + page.get(page.size() - 1).number();
                given(call, "/v1/statuses", List.of(range));
            }
            long next = page.isEmpty() ? after : page.get(page.size() - 1).number();
            return Answer.json(
                    200,
                    Map.of(
                            "statuses", page.stream().map(Shapes::listed).toList(),
                            "next", String.valueOf(next),
                            "more", found.size() > limit));
        });
    }

    private static Answer page(Call call, long last, BiFunction<Long, Integer, Answer> page) {
        Optional<Long> after = call.number("after", 0, last, 0);
        Optional<Long> limit = call.number("limit", 1, MOST, USUAL);
        if (after.isEmpty() || limit.isEmpty()) {
            return Answer.problem(
                    Kind.MALFORMED, "after must be what a page gave you, limit a whole number from 1 to " + MOST + ".");
        }
        return page.apply(after.get(), limit.get().intValue());
    }

    private void given(Call call, String path, List<String> ids) {
        inquiry.given(call.partner(), call.token(), path, ids);
    }

    private Answer items(Call call, String path, List<ItemReport> items) {
        given(call, path, items.stream().map(ItemReport::id).toList());
        return Answer.json(200, Map.of("items", items.stream().map(Shapes::item).toList()));
    }

    private static Answer notThere() {
        return Answer.problem(Kind.NOT_FOUND, "There is nothing of yours there.");
    }
}
