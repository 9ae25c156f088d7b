package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Collects every fault of one document. What the profile does not have is noted and kept from the validator, which would report the
 * first such position of a parent only; so are order and number. The validator is the judge of everything else.
 */
final class WcoFaults extends DefaultHandler {

    /** Nobody reads more of them, and a hostile document must not fill the memory. */
    static final int LIMIT = 1000;

    private static final int VALUE_LIMIT = 200;
    /** Second reports of a fault whose reason has just been given. */
    private static final Set<String> ECHOES = Set.of("cvc-type.3.1.3", "cvc-complex-type.2.2", "cvc-attribute.3");

    private final WcoElement wrapper;
    private final WcoElement message;
    private final WcoPositions positions;
    private final ValidatorHandler validator;
    private final List<WcoFinding> findings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final AttributesImpl known = new AttributesImpl();
    private Locator locator;
    private WcoFrame frame;
    /** Path of the open element that the profile does not have; empty inside a message of the wrong kind; null where all is known. */
    private String outside;

    private int outsideDepth;

    /** @param message the one child of the wrapper that is expected */
    WcoFaults(WcoElement wrapper, WcoElement message, WcoPositions positions, ValidatorHandler validator) {
        this.wrapper = wrapper;
        this.message = message;
        this.positions = positions;
        this.validator = validator;
    }

    /** In the order of the document. */
    List<WcoFinding> findings() {
        findings.sort(Comparator.comparingInt(WcoFinding::line).thenComparingInt(WcoFinding::column));
        return List.copyOf(findings);
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
        validator.setDocumentLocator(where);
    }

    @Override
    public void startDocument() throws SAXException {
        validator.startDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        validator.startPrefixMapping(prefix, uri);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
        if (outside != null) {
            enterOutside(outside.isEmpty() ? "" : outside + "/" + name, name, "");
            return;
        }
        WcoElement element = frame == null ? root(uri, name) : frame.element.child(uri, name);
        if (frame == null && element == null || element != null && isOtherMessage(element)) {
            String expected = wrapper.name + " with " + message.name;
            add("WCO-ROOT", name, "", "", "'" + name + "' found where " + expected + " is expected");
            if (frame != null) {
                frame.misplace();
            }
            enterOutside("", name, "");
        } else if (element == null) {
            enterOutside(frame.path() + "/" + name, name, uri);
        } else {
            enter(element, uri, qName, attributes);
        }
    }

    private WcoElement root(String uri, String name) {
        return wrapper.name.equals(name) && wrapper.namespace.equals(uri) ? wrapper : null;
    }

    private boolean isOtherMessage(WcoElement element) {
        return frame != null && frame.parent == null && !element.wcoId.isEmpty() && element != message;
    }

    private void enterOutside(String path, String name, String uri) {
        outside = path;
        outsideDepth++;
        if (!path.isEmpty()) {
            boolean wrongNamespace = outsideDepth == 1 && frame.element.knowsName(name);
            String why =
                    wrongNamespace ? "is not in namespace '" + uri + "' there" : "is not a position of the profile";
            add("WCO-PROFILE", path, positions.wcoIdOfName(name), "", "'" + name + "' " + why);
        }
    }

    private void enter(WcoElement element, String uri, String qName, Attributes attributes) throws SAXException {
        String fault = frame == null ? null : frame.place(element);
        frame = new WcoFrame(frame, element);
        text.setLength(0);
        if (fault != null) {
            add("WCO-ORDER", frame.path(), frame.wcoId(), "", fault);
        }
        validator.startElement(uri, element.name, qName, known(attributes));
    }

    /** What the profile has; the rest is noted. Hints where a schema could be fetched are for nobody: dropped, and never followed. */
    private Attributes known(Attributes attributes) {
        if (attributes.getLength() == 0) {
            return attributes;
        }
        known.clear();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getLocalName(i);
            if (attributes.getURI(i).isEmpty() && frame.element.attributes.contains(name)) {
                known.addAttribute("", name, attributes.getQName(i), attributes.getType(i), attributes.getValue(i));
            } else if (!isSchemaHint(attributes, i)) {
                String path = frame.path() + "/@" + attributes.getQName(i);
                String why = "attribute '" + attributes.getQName(i) + "' is not in the profile";
                add("WCO-PROFILE", path, frame.wcoId(), attributes.getValue(i), why);
            }
        }
        return known;
    }

    private static boolean isSchemaHint(Attributes attributes, int i) {
        return attributes.getURI(i).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                && attributes.getLocalName(i).toLowerCase(Locale.ROOT).endsWith("schemalocation");
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (outside == null) {
            text.append(letters, start, Math.min(length, VALUE_LIMIT - Math.min(VALUE_LIMIT, text.length())));
            validator.characters(letters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
        if (outside != null) {
            outsideDepth--;
            outside = outsideDepth == 0 ? null : outside.substring(0, Math.max(0, outside.lastIndexOf('/')));
            return;
        }
        validator.endElement(uri, name, qName);
        for (WcoElement child : frame.element.required) {
            if (frame.lacks(child)) {
                add(
                        "WCO-REQUIRED",
                        frame.path() + "/" + child.name,
                        child.wcoId,
                        "",
                        "'" + child.name + "' is missing");
            }
        }
        if (frame.modelError != null && !frame.misplaced()) {
            add(frame.modelError, frame);
        }
        text.setLength(0);
        frame = frame.parent;
    }

    /** For the parser and the validator alike. */
    @Override
    public void error(SAXParseException fault) {
        String rule = rule(fault);
        if (rule.startsWith("cvc-complex-type.2.4")) {
            // said at the start of a child about its parent, or at the end of the parent itself
            WcoFrame about = rule.endsWith(".b") ? frame : frame.parent;
            about.modelError = fault;
        } else if (!ECHOES.contains(rule)) {
            add(fault, frame);
        }
    }

    /** Not XML any more: the parser ends here. */
    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
        boolean doctype = String.valueOf(fault.getMessage()).contains("disallow-doctype-decl");
        String path = frame == null ? "" : frame.path();
        add(
                doctype ? "XML-DOCTYPE" : "XML-WELL-FORMED",
                path,
                "",
                "",
                doctype ? "a DOCTYPE is not allowed" : fault.getMessage());
        throw fault;
    }

    /** The bytes cannot be read as characters. */
    void unreadable(String why) {
        place("XML-WELL-FORMED", frame == null ? "" : frame.path(), 0, 0, "", "", why);
    }

    private static String rule(SAXParseException fault) {
        return fault.getMessage().substring(0, Math.max(0, fault.getMessage().indexOf(':')));
    }

    private void add(SAXParseException fault, WcoFrame at) {
        String rule = rule(fault);
        String sentence = fault.getMessage().substring(rule.length()).replaceFirst("^: ", "");
        place(
                rule.replaceFirst("^cvc-", "WCO-"),
                at.path(),
                fault.getLineNumber(),
                fault.getColumnNumber(),
                at.wcoId(),
                text.toString().strip(),
                sentence);
    }

    private void add(String rule, String path, String wcoId, String value, String sentence) {
        place(rule, path, locator.getLineNumber(), locator.getColumnNumber(), wcoId, value, sentence);
    }

    private void place(String rule, String path, int line, int column, String wcoId, String value, String sentence) {
        if (findings.size() < LIMIT) {
            findings.add(new WcoFinding(rule, path, Math.max(0, line), Math.max(0, column), wcoId, value, sentence));
        }
    }
}
