package org.customsgateway.mapping.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.DeclarationCheck;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.SafeXml;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.TreeBuilder;
import org.customsgateway.mapping.WcoFinding;

/** The schema that stands in for the WCO's in the engine's own tests. */
public final class LittleSchema {

    private LittleSchema() {}

    /** What a schema in the drawers says first against a document; empty when nothing. */
    public static String firstFault(Drawers drawers, String file, byte[] document) throws BrokenFormat {
        return XsdCheck.compile(drawers, file).firstFault(document);
    }

    /** Holds a document against the little schema of the tests; paths have an index where an element has a twin before it or repeats. */
    public static DeclarationCheck check(Drawers drawers) throws BrokenFormat {
        String file = "xsd/wco-dec/MetaData.xsd";
        XsdCheck xsd = XsdCheck.compile(drawers, file);
        SchemaElement root = SchemaTree.read(drawers, file).root("MetaData");
        return document -> findings(document, xsd, root);
    }

    private static List<WcoFinding> findings(byte[] document, XsdCheck xsd, SchemaElement schema) {
        List<XsdFault> faults = new ArrayList<>();
        TreeBuilder tree = new TreeBuilder();
        XsdWalk walk = xsd.borrow();
        Element root = null;
        try {
            XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(document), Limits.NONE);
            walk.start(message -> faults.add(XsdFault.of(tree.at(), message)));
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Element opened = tree.open(in);
                        root = root == null ? opened : root;
                        walk.open(in);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        tree.settle();
                        walk.close(in);
                        tree.close();
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        tree.text(in);
                        walk.text(in);
                    }
                    default -> {}
                }
            }
            walk.end();
        } catch (XMLStreamException e) {
            return List.of(new WcoFinding("XML-WELL-FORMED", "", 0, 0, "", "", e.getMessage()));
        }
        xsd.giveBack(walk);
        ItemPath paths = new ItemPath(schema, root, 0);
        return XsdProblems.of(faults, paths).stream()
                .map(problem -> new WcoFinding(
                        problem.rule().replace("XSD", "WCO"),
                        problem.pointer().path().replaceFirst("^MetaData/", ""),
                        0,
                        0,
                        "",
                        problem.value(),
                        problem.text()))
                .toList();
    }
}
