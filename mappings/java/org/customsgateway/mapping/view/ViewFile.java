package org.customsgateway.mapping.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.WcoPosition;
import org.customsgateway.mapping.WcoPositions;
import org.customsgateway.mapping.YamlMap;

/**
 * {@code <name>.yaml}: the positions that are kept, and what is made of them. A class is kept with all that is in it; what is not listed is
 * left out.
 */
final class ViewFile {

    private static final Set<String> KEYS = Set.of("title", "basis", "positions", "properties");

    private final String file;
    private final CustomisationKeys customisations;
    private final WcoPositions positions;
    private final List<String> faults;

    ViewFile(String file, CustomisationKeys customisations, WcoPositions positions, List<String> faults) {
        this.file = file;
        this.customisations = customisations;
        this.positions = positions;
        this.faults = faults;
    }

    /** What is wrong goes to the faults: it is of no use then. */
    View read(String name, byte[] bytes) {
        try {
            YamlMap yaml = YamlMap.parse(file, bytes);
            yaml.keys().stream()
                    .filter(key -> !KEYS.contains(key) && !CustomisationKeys.ALL.contains(key))
                    .forEach(key -> fault(yaml.line(key), "unknown key " + key));
            for (String key : List.of("title", "basis", "positions")) {
                if (yaml.texts(key).isEmpty()) {
                    fault(yaml.line(key), key + " is missing");
                }
            }
            Branch document = Branch.around();
            Set<String> kept = new HashSet<>();
            // a class comes before what is in it
            for (String path : new TreeSet<>(yaml.texts("positions"))) {
                if (positions.at(path).isEmpty() || !path.startsWith("Declaration/")) {
                    fault(yaml.line("positions"), "no position of the declaration: " + path);
                } else {
                    keep(path, document, kept);
                }
            }
            mandatory(yaml.line("positions"), kept);
            UnaryOperator<byte[]> cut = declaration -> Cut.of(declaration, document);
            UnaryOperator<byte[]> made = customisations
                    .read(file, yaml)
                    .<UnaryOperator<byte[]>>map(own -> declaration -> own.of(cut.apply(declaration)))
                    .orElse(cut);
            return new View(name, made, Set.copyOf(yaml.texts("properties")));
        } catch (BrokenFormat e) {
            e.faults().forEach(fault -> faults.add(fault.file() + ":" + fault.line() + ": " + fault.text()));
            return null;
        }
    }

    private void keep(String path, Branch document, Set<String> kept) {
        Branch at = document.add("MetaData", Branch.around());
        int slash = -1;
        do {
            slash = path.indexOf('/', slash + 1);
            String above = slash < 0 ? path : path.substring(0, slash);
            WcoPosition position = positions.at(above).orElseThrow();
            Branch next = slash < 0 ? Branch.whole() : Branch.part(position.required() || position.repeats());
            at = at.add(above.substring(above.lastIndexOf('/') + 1), next);
            kept.add(above);
        } while (slash >= 0 && !at.isWhole());
    }

    /** What a schema demands of a class of which a part is kept is part of it, or what is left is not valid. */
    private void mandatory(int line, Set<String> kept) {
        List<String> missing = new ArrayList<>();
        for (WcoPosition position : positions.all()) {
            String path = position.path();
            int slash = path.lastIndexOf('/');
            if (slash > 0
                    && position.required()
                    && !kept.contains(path)
                    && kept.contains(path.substring(0, slash))
                    && isPart(path, kept)) {
                missing.add(path);
            }
        }
        missing.forEach(path -> fault(line, path + " is needed: what is left is not valid without it"));
    }

    /** Whether something else in the same class is listed, and not the class itself. */
    private static boolean isPart(String path, Set<String> kept) {
        String inside = path.substring(0, path.lastIndexOf('/') + 1);
        return kept.stream().anyMatch(each -> each.startsWith(inside));
    }

    private void fault(int line, String text) {
        faults.add(file + ":" + line + ": " + text);
    }
}
