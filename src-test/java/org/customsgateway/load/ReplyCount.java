package org.customsgateway.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a post has been told, by its own books: which items got which status code of CUSRSP or CUSRES, and how often. A file that comes
 * again under its name takes the place of the first and is not counted twice.
 */
public final class ReplyCount {

    /** One status of one item. */
    record Told(String code, int serial) {}

    private final XMLInputFactory factory = XMLInputFactory.newFactory();
    private final Set<String> names = new HashSet<>();
    private final Map<String, BitSet> items = new HashMap<>();
    private final Map<String, Integer> statuses = new HashMap<>();
    private long refused;

    public ReplyCount() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** A file that cannot be read to its end has told nothing. */
    public void read(String name, InputStream bytes) throws XMLStreamException, IOException {
        if (name.endsWith(".edi")) {
            add(name, false, CusresText.told(bytes));
        } else {
            cusrsp(name, bytes);
        }
    }

    private synchronized void cusrsp(String name, InputStream bytes) throws XMLStreamException {
        XMLStreamReader xml = factory.createXMLStreamReader(bytes);
        var told = new ArrayList<Told>();
        int serial = -1;
        boolean inItem = false;
        boolean refusal = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Item" -> inItem = true;
                    case "Outcome" -> refusal = xml.getElementText().equals("REFUSED");
                    case "ItemId" -> serial = S10.serial(xml.getElementText());
                    case "Code" -> {
                        if (inItem) {
                            told.add(new Told(xml.getElementText(), serial));
                        }
                    }
                    default -> {}
                }
            }
        }
        add(name, refusal, told);
    }

    private synchronized void add(String name, boolean refusal, List<Told> told) {
        if (names.add(name)) {
            refused += refusal ? 1 : 0;
            for (var one : told) {
                items.computeIfAbsent(one.code(), code -> new BitSet()).set(one.serial());
                statuses.merge(one.code(), 1, Integer::sum);
            }
        }
    }

    /** How many items have been told this. */
    public synchronized int told(String code) {
        return items.getOrDefault(code, new BitSet()).cardinality();
    }

    /** Serials of the items that have been told this. */
    public synchronized BitSet items(String code) {
        return (BitSet) items.getOrDefault(code, new BitSet()).clone();
    }

    public synchronized Set<String> codes() {
        return Set.copyOf(items.keySet());
    }

    public synchronized int files() {
        return names.size();
    }

    /** Interchanges that were refused as a whole. */
    public synchronized long refused() {
        return refused;
    }

    /** How often an item was told this though it had been told before, in another file. */
    public synchronized int repeated(String code) {
        return statuses.getOrDefault(code, 0) - told(code);
    }

    @Override
    public synchronized String toString() {
        var text = new StringBuilder();
        items.forEach((code, set) ->
                text.append(code).append(' ').append(set.cardinality()).append(", "));
        return text.append(names.size()).append(" files").toString();
    }
}
