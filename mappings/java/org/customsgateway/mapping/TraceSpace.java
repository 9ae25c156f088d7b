package org.customsgateway.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template file with its own macros, functions and imports: a namespace. */
final class TraceSpace {

    static final Pattern IMPORT = Pattern.compile("[\"']([^\"']+)[\"'](?:\\s+as\\s+(\\w+))?");

    private final FtlFile file;
    private final TraceScope scope;
    private final Map<String, FtlNode> definitions = new HashMap<>();
    private final Map<String, TraceSpace> imports = new LinkedHashMap<>();

    TraceSpace(FtlFile file, TraceScope globals) {
        this.file = file;
        this.scope = new TraceScope(globals);
        for (FtlNode node : file.nodes()) {
            if (node.name().equals("macro") || node.name().equals("function")) {
                definitions.put(node.text().split("[\\s(]", 2)[0], node);
            }
        }
    }

    FtlFile file() {
        return file;
    }

    TraceScope scope() {
        return scope;
    }

    void imported(String alias, TraceSpace space) {
        imports.put(alias, space);
    }

    /** Where a macro or function of this name, perhaps with an import's alias before it, is at home; null if nowhere. */
    TraceSpace home(String name) {
        int dot = name.indexOf('.');
        TraceSpace space = dot < 0 ? this : imports.get(name.substring(0, dot));
        return space != null && space.definition(name) != null ? space : null;
    }

    FtlNode definition(String name) {
        return definitions.get(name.substring(name.indexOf('.') + 1));
    }

    /** Path of an imported template: within the mappings drawer, relative ones to the folder of this file. */
    static String locate(String from, String written) {
        String path = written.startsWith("/")
                ? Drawers.MAPPINGS + written.substring(1)
                : from.substring(0, from.lastIndexOf('/') + 1) + written;
        return java.nio.file.Path.of(path).normalize().toString().replace('\\', '/');
    }

    static Matcher importOf(FtlNode node) {
        return IMPORT.matcher(node.text());
    }
}
