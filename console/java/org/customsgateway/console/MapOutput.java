package org.customsgateway.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.Scan;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;

/** How a dry run is shown: to a person, or to a program. */
abstract class MapOutput {

    abstract void interchange(Mapping mapping, Scan scan);

    abstract void item(MappedItem item);

    static MapOutput text(PrintWriter out) {
        return new MapOutput() {
            @Override
            void interchange(Mapping mapping, Scan scan) {
                out.println(mapping.id() + " " + mapping.version() + ", reference "
                        + (scan.reference().isEmpty() ? "none" : scan.reference()) + ", " + scan.items()
                        + (scan.items() == 1 ? " item" : " items") + (scan.refused() ? ": refused" : ""));
                scan.problems().forEach(problem -> out.println("  " + line(problem)));
                scan.messages().forEach((place, problems) -> {
                    out.println(
                            "message " + place + ": " + judged(problems.stream().anyMatch(Problem::rejects)));
                    problems.forEach(problem -> out.println("  " + line(problem)));
                });
            }

            @Override
            void item(MappedItem item) {
                out.println(Stream.of(
                                        "item",
                                        item.sequence(),
                                        item.key().id(),
                                        item.key().date())
                                .map(Object::toString)
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining(" "))
                        + ": " + (item.failure().isEmpty() ? judged(item.rejected()) : "the mapping fails"));
                item.problems().forEach(problem -> out.println("  " + line(problem)));
                if (!item.failure().isEmpty()) {
                    out.println("  " + item.failure());
                } else if (!item.rejected()) {
                    out.println(indented(item.declaration()));
                }
            }
        };
    }

    static MapOutput json(PrintWriter out) {
        var json = new ObjectMapper();
        return new MapOutput() {
            @Override
            void interchange(Mapping mapping, Scan scan) {
                var row = new LinkedHashMap<String, Object>();
                row.put("format", mapping.id().value());
                row.put("version", mapping.version());
                row.put("reference", scan.reference());
                row.put("items", scan.items());
                row.put("refused", scan.refused());
                row.put("problems", problems(scan.problems()));
                var messages = new TreeMap<Integer, Object>();
                scan.messages().forEach((place, found) -> messages.put(place, problems(found)));
                row.put("messages", messages);
                write(row);
            }

            @Override
            void item(MappedItem item) {
                var row = new LinkedHashMap<String, Object>();
                row.put("item", item.sequence());
                row.put("id", item.key().id());
                row.put("date", item.key().date());
                row.put("accepted", item.declaration() != null);
                row.put("problems", problems(item.problems()));
                row.put(
                        "declaration",
                        item.declaration() == null ? null : new String(item.declaration(), StandardCharsets.UTF_8));
                if (!item.failure().isEmpty()) {
                    row.put("failure", item.failure());
                }
                write(row);
            }

            private void write(Map<String, Object> row) {
                try {
                    out.println(json.writeValueAsString(row));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("a line could not be written as JSON", e);
                }
            }
        };
    }

    private static String judged(boolean rejected) {
        return rejected ? "rejected" : "accepted";
    }

    private static String indented(byte[] xml) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            transformer.transform(new StreamSource(new ByteArrayInputStream(xml)), new StreamResult(text));
            return text.toString().strip();
        } catch (TransformerException e) {
            throw new IllegalStateException("a declaration is always XML", e);
        }
    }

    /** severity rule pointer place [id] 'value': sentence (where the rule stands); the place is as EDIFACT counts it. */
    static String line(Problem problem) {
        var line = new StringBuilder(problem.severity().name().toLowerCase(java.util.Locale.ROOT))
                .append(' ')
                .append(problem.rule())
                .append(' ')
                .append(problem.pointer())
                .append(place(problem.pointer().segment()));
        if (!problem.wcoId().isEmpty()) {
            line.append(" [").append(problem.wcoId()).append(']');
        }
        if (!problem.value().isEmpty()) {
            line.append(" '")
                    .append(problem.value().replaceAll("\\p{Cntrl}", " "))
                    .append('\'');
        }
        line.append(": ").append(problem.text());
        if (!problem.origin().isEmpty()) {
            line.append(" (").append(problem.origin()).append(')');
        }
        return line.toString();
    }

    private static String place(SegmentPlace place) {
        if (place == null) {
            return "";
        }
        return (place.message().isEmpty() ? "" : " message " + place.message())
                + (place.segment() == 0 ? "" : " segment " + place.segment())
                + (place.tag().isEmpty() ? "" : " " + place.tag())
                + (place.element() == 0 ? "" : " element " + place.element())
                + (place.component() == 0 ? "" : " component " + place.component());
    }

    private static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream().map(MapOutput::row).toList();
    }

    private static Map<String, Object> row(Problem problem) {
        var row = new LinkedHashMap<String, Object>();
        row.put("rule", problem.rule());
        row.put("severity", problem.severity().name());
        row.put("path", problem.pointer().path());
        row.put("line", problem.pointer().line());
        row.put("column", problem.pointer().column());
        row.put("segment", problem.pointer().segment());
        row.put("wcoId", problem.wcoId());
        row.put("value", problem.value());
        row.put("text", problem.text());
        row.put("origin", problem.origin());
        return row;
    }
}
