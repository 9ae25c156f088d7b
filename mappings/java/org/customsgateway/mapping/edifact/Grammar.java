package org.customsgateway.mapping.edifact;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.SchemaFile;
import org.customsgateway.mapping.SchemaText;
import org.customsgateway.mapping.Syntax;

/**
 * What one EDIFACT message may hold, from a schema file of StAEDI (version 4 of its schema language) in the drawer of the format
 * and what that includes: segments and groups of the message, the dictionary of its directory. The service segments around
 * messages are in {@value #SERVICE}, for all formats.
 *
 * <p>As a tree: {@code Interchange} with {@code UNB}, {@code UNG} and {@code Message}; that with {@code UNH} and the segments and
 * groups of the message by their names ({@code BGM}, {@code SG7}); in a segment its data elements ({@code E1004}) and composites
 * ({@code C106}). What stands at several places of a segment or composite is a child that repeats.
 */
public final class Grammar implements Syntax.Shape {

    /** The root of every tree. */
    public static final String INTERCHANGE = "Interchange";

    /** One message in it. */
    public static final String MESSAGE = "Message";

    static final String SERVICE = Drawers.XSD + "_shared/edifact/service.xml";

    /** StAEDI logs every type of a dictionary that one message has no use for. Held here, or the level would be forgotten. */
    private static final Logger QUIET = Logger.getLogger("io.xlate.edi.internal.schema");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final Map<String, SchemaFile> files = new LinkedHashMap<>();
    private final Map<String, Element> types = new HashMap<>();
    private final Map<Element, SchemaFile> homes = new HashMap<>();
    private final Schema schema;
    private final Schema control;
    private final SchemaElement root;

    private Grammar(Drawers drawers, String file) throws BrokenFormat {
        Element transaction = child(add(drawers, SERVICE, file), "interchange");
        if (transaction == null) {
            throw new BrokenFormat(SERVICE, 0, "there is no interchange in it");
        }
        transaction = child(add(drawers, file, file), "transaction");
        if (transaction == null) {
            throw new BrokenFormat(file, 0, "there is no transaction in it");
        }
        check();
        control = schema(drawers, SERVICE);
        schema = schema(drawers, file);
        Element message = transaction;
        root = element(
                INTERCHANGE,
                1,
                1,
                file,
                SchemaText.ANY,
                () -> List.of(
                        element("UNA", 0, 1, SERVICE, SchemaText.ANY, List::of),
                        segment("UNB", 1, 1, SERVICE),
                        segment("UNG", 0, 1, SERVICE),
                        element(MESSAGE, 1, Integer.MAX_VALUE, file, SchemaText.ANY, () -> message(message))));
    }

    /** @throws BrokenFormat with file and line, if the files do not make a grammar */
    public static Grammar read(Drawers drawers, String file) throws BrokenFormat {
        return new Grammar(drawers, file);
    }

    /** What StAEDI holds a message against. */
    public Schema message() {
        return schema;
    }

    /** What StAEDI holds the service segments around messages against. */
    public Schema control() {
        return control;
    }

    /** {@link #INTERCHANGE} is the only root. */
    @Override
    public SchemaElement root(String name) {
        return name.equals(INTERCHANGE) ? root : null;
    }

    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    private Element add(Drawers drawers, String name, String from) throws BrokenFormat {
        if (name == null || !drawers.has(name)) {
            throw new BrokenFormat(from, 0, "the grammar " + (name == null ? "" : name + " ") + "is missing");
        }
        SchemaFile file = SchemaFile.parse(name, drawers.file(name));
        files.put(name, file);
        for (Element top : file.root().children()) {
            homes.put(top, file);
            if (top.name().equals("include")) {
                String included = file.locate(top.attribute("schemaLocation"));
                if (!files.containsKey(String.valueOf(included))) {
                    add(drawers, included, name);
                }
            } else if (top.name().endsWith("Type")) {
                types.put(top.attribute("name"), top);
            }
        }
        return file.root();
    }

    /** Every type that is used must be there, so that the shape can be walked without a fault. */
    private void check() throws BrokenFormat {
        List<BrokenFormat.Fault> faults = new ArrayList<>();
        for (SchemaFile file : files.values()) {
            used(file.root(), file, faults);
        }
        if (!faults.isEmpty()) {
            throw new BrokenFormat(faults);
        }
    }

    private void used(Element at, SchemaFile file, List<BrokenFormat.Fault> faults) {
        String type = at.attribute("type");
        if (!type.isEmpty() && !types.containsKey(type)) {
            faults.add(new BrokenFormat.Fault(file.name(), at.line(), "there is no type '" + type + "'"));
        }
        at.children().forEach(child -> used(child, file, faults));
    }

    private static Schema schema(Drawers drawers, String file) throws BrokenFormat {
        SchemaFactory factory = SchemaFactory.newFactory();
        factory.setProperty(SchemaFactory.SCHEMA_LOCATION_URL_CONTEXT, DrawerUrl.of(drawers, file));
        try {
            return factory.createSchema(DrawerUrl.of(drawers, file));
        } catch (EDISchemaException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new BrokenFormat(file, line, "not a grammar: " + e.getOriginalMessage());
        }
    }

    private List<SchemaElement> message(Element transaction) {
        List<SchemaElement> children = new ArrayList<>();
        children.add(segment("UNH", 1, 1, SERVICE));
        children.addAll(sequence(transaction));
        return merged(children);
    }

    private List<SchemaElement> sequence(Element structure) {
        List<SchemaElement> children = new ArrayList<>();
        Element sequence = child(structure, "sequence");
        for (Element part : sequence == null ? List.<Element>of() : sequence.children()) {
            int least = number(part.attribute("minOccurs"), 0);
            int most = number(part.attribute("maxOccurs"), 1);
            children.add(
                    part.name().equals("loop")
                            ? element(
                                            part.attribute("code"),
                                            least,
                                            most,
                                            origin(part),
                                            SchemaText.ANY,
                                            () -> merged(sequence(part)))
                                    .byQualifier()
                            : typed(part.attribute("type"), least, most, origin(part)));
        }
        return children;
    }

    private SchemaElement segment(String tag, int least, int most, String origin) {
        return typed(tag, least, most, origin);
    }

    private SchemaElement typed(String name, int least, int most, String origin) {
        Element type = types.get(name);
        if (type.name().equals("elementType")) {
            return element(name, least, most, origin, text(type), List::of);
        }
        SchemaElement typed = element(name, least, most, origin, SchemaText.ANY, () -> merged(sequence(type)));
        return type.name().equals("segmentType") ? typed.byQualifier() : typed;
    }

    /** What stands at several places under one name: one child, as often as there are places. */
    private static List<SchemaElement> merged(List<SchemaElement> children) {
        Map<String, SchemaElement> byName = new LinkedHashMap<>();
        for (SchemaElement child : children) {
            SchemaElement before = byName.get(child.name());
            byName.put(child.name(), before == null ? child : before.repeated(child.most()));
        }
        return List.copyOf(byName.values());
    }

    private SchemaText text(Element type) {
        Map<String, String> facets = new TreeMap<>();
        facets.put("minLength", type.attribute("minLength"));
        facets.put("maxLength", type.attribute("maxLength"));
        return new SchemaText(type.attribute("base"), facets, Map.of());
    }

    private static SchemaElement element(
            String name,
            int least,
            int most,
            String origin,
            SchemaText text,
            java.util.function.Supplier<List<SchemaElement>> children) {
        return new SchemaElement(
                name,
                "",
                least,
                most,
                origin,
                "",
                () -> new SchemaElement.Content(children.get(), false, false, Map.of(), text));
    }

    private String origin(Element part) {
        Element top = part;
        while (top.parent() != null && top.parent().parent() != null) {
            top = top.parent();
        }
        return homes.get(top).origin(part);
    }

    private static Element child(Element of, String name) {
        return of.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static int number(String written, int otherwise) {
        return written.isEmpty() ? otherwise : Integer.parseInt(written);
    }
}
