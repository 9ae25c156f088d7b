package org.customsgateway.console.demo;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A CUSRSP as the post reads it.
 *
 * @param name it was collected under
 * @param file where the post keeps it
 * @param about name of the file that it answers
 * @param problem first one about the whole file, or empty
 */
record Reply(String name, Path file, String about, boolean refused, String problem, List<Told> items) {

    /**
     * What is told of one item.
     *
     * @param detail reason, total or first problem; may be empty
     */
    record Told(String item, String code, String text, String detail) {}

    static Reply read(String name, Path file, byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var whole = new HashMap<String, String>();
        var items = new ArrayList<Told>();
        var here = whole;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("Item")) {
                    here = new HashMap<>();
                }
                take(reader, here);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("Item")) {
                items.add(told(here));
                here = whole;
            }
        }
        return new Reply(
                name,
                file,
                whole.getOrDefault("Name", ""),
                "REFUSED".equals(whole.get("Outcome")),
                problem(whole),
                items);
    }

    /** The first of each name counts; a problem's text is told from a status's by what came before it. */
    private static void take(XMLStreamReader reader, Map<String, String> into) throws XMLStreamException {
        var name = reader.getLocalName();
        switch (name) {
            case "Problem" -> into.put("in-problem", "yes");
            case "Name", "Outcome", "ItemId", "Code", "ReasonCode", "ReasonText", "Rule", "Path" ->
                into.putIfAbsent(name, reader.getElementText());
            case "Text" ->
                into.putIfAbsent(into.containsKey("in-problem") ? "ProblemText" : "Text", reader.getElementText());
            case "Total" -> {
                var currency = reader.getAttributeValue(null, "currency");
                into.putIfAbsent(name, reader.getElementText() + " " + currency);
            }
            default -> {}
        }
    }

    private static Told told(Map<String, String> item) {
        var detail = new ArrayList<String>();
        if (item.containsKey("Total")) {
            detail.add("total " + item.get("Total"));
        }
        if (item.containsKey("ReasonText")) {
            detail.add(item.get("ReasonText"));
        }
        if (item.containsKey("Rule")) {
            detail.add(problem(item));
        }
        return new Told(
                item.getOrDefault("ItemId", ""),
                item.getOrDefault("Code", ""),
                item.getOrDefault("Text", ""),
                String.join("; ", detail));
    }

    private static String problem(Map<String, String> from) {
        return !from.containsKey("Rule")
                ? ""
                : from.get("Rule") + " at " + from.getOrDefault("Path", "?") + ": "
                        + from.getOrDefault("ProblemText", "");
    }
}
