package org.customsgateway.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.mapping.cargoimp.CargoImpSyntax;
import org.customsgateway.mapping.edifact.EdifactSyntax;
import org.customsgateway.mapping.json.JsonSyntax;
import org.customsgateway.mapping.xml.XmlSyntax;

/** The syntaxes that a format can be in, by what its {@code reader} says. */
final class Syntaxes {

    private record Kind(Set<String> signs, Syntax.Compiler compiler) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "xml", new Kind(Set.of("namespace", "root"), XmlSyntax::compile),
            "edifact", new Kind(EdifactSyntax.SIGNS, EdifactSyntax::compile),
            "cargo-imp", new Kind(Set.of("message", "versions"), CargoImpSyntax::compile),
            "json", new Kind(Set.of("has", "in"), JsonSyntax::compile));

    static final Set<String> NAMES = new TreeSet<>(KINDS.keySet());

    private Syntaxes() {}

    /** Keys of {@code recognise} that a syntax knows. */
    static Set<String> signs(String name) {
        return KINDS.get(name).signs();
    }

    static Syntax compile(FormatFile format, Drawers drawers) throws BrokenFormat {
        return KINDS.get(format.reader()).compiler().compile(format, drawers);
    }
}
