package org.customsgateway.console;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.customsgateway.journal.QualityDay;
import org.customsgateway.journal.Tally;

/** How good the data of partners was, to be read by people and by spreadsheets. */
record QualityReport(LocalDate from, LocalDate to, List<QualityDay> days) {

    private static final int TOP = 5;
    private static final List<String> COLUMNS = List.of(
            "partner",
            "day",
            "items",
            "rejected",
            "accepted first time",
            "complete",
            "timely",
            "accurate",
            "consistent",
            "before arrival",
            "top faults");

    List<String> text() {
        if (days.isEmpty()) {
            return List.of("nothing was counted from " + from + " to " + to);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(COLUMNS));
        days.forEach(day -> lines.add(line(cells(day))));
        return lines;
    }

    private static String line(List<String> cells) {
        return String.format(Locale.ROOT, "%-20s %-10s %9s %9s %20s %9s %7s %9s %11s %15s  %s", cells.toArray())
                .stripTrailing();
    }

    /** Shares in percent, of items that were rejected nothing is good; by RFC 4180. */
    List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", COLUMNS));
        days.forEach(day -> lines.add(String.join(",", cells(day)).replace("%", "")));
        return lines;
    }

    /** A page of its own that needs nothing else. */
    String html() throws IOException, TemplateException {
        var engine = new Configuration(Configuration.VERSION_2_3_34);
        engine.setClassForTemplateLoading(QualityReport.class, "");
        engine.setOutputFormat(HTMLOutputFormat.INSTANCE);
        engine.setDefaultEncoding("UTF-8");
        var page = new StringWriter();
        engine.getTemplate("quality.ftl")
                .process(
                        Map.of(
                                "from", from.toString(),
                                "to", to.toString(),
                                "columns", COLUMNS,
                                "rows", days.stream().map(QualityReport::cells).toList()),
                        page);
        return page.toString();
    }

    private static List<String> cells(QualityDay day) {
        return List.of(
                day.partner().value(),
                day.day().toString(),
                Long.toString(day.count(Tally.ITEMS)),
                Long.toString(day.count(Tally.REJECTED)),
                percent(day.acceptedFirstTime()),
                percent(day.complete()),
                percent(day.timely()),
                percent(day.accurate()),
                percent(day.consistent()),
                day.beforeArrival().isPresent() ? percent(day.beforeArrival().getAsDouble()) : "-",
                day.topFaults(TOP).stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
