package org.customsgateway.mapping;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The code lists of a format, and the {@code code(table, key)} of its templates: value of the key, empty where it has none. A
 * table is a CSV file, columns key and value, first line their names; a format's own hides a shared one of the same name. Each
 * column of {@code _shared/statuses.csv} is a table too.
 */
final class CodeTables implements TemplateMethodModelEx {

    private final Map<String, Map<String, String>> tables = new HashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    static CodeTables read(Drawers drawers, String format) throws BrokenFormat {
        CodeTables codes = new CodeTables();
        if (drawers.has(StatusColumns.FILE)) {
            codes.tables.putAll(
                    StatusColumns.read(new String(drawers.file(StatusColumns.FILE), StandardCharsets.UTF_8)));
            codes.files.put(StatusColumns.FILE, StatusColumns.FILE);
        }
        for (String folder : List.of("_shared", format)) {
            String prefix = Drawers.MAPPINGS + folder + "/codes/";
            for (String file : drawers.files().keySet()) {
                if (file.startsWith(prefix) && file.endsWith(".csv")) {
                    String table = file.substring(prefix.length(), file.length() - 4);
                    codes.tables.put(table, table(file, new String(drawers.file(file), StandardCharsets.UTF_8)));
                    codes.files.put(table, file);
                }
            }
        }
        return codes;
    }

    private static Map<String, String> table(String file, String csv) throws BrokenFormat {
        Map<String, String> rows = new HashMap<>();
        List<String> lines = csv.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = CsvLine.cells(line);
            if (cells.size() < 2) {
                throw new BrokenFormat(file, i + 1, "a line of a code list needs a key and a value");
            }
            if (rows.put(cells.get(0), cells.get(1)) != null) {
                throw new BrokenFormat(file, i + 1, "the key '" + cells.get(0) + "' is here twice");
            }
        }
        return rows;
    }

    boolean knows(String table) {
        return tables.containsKey(table);
    }

    boolean has(String table, String key) {
        return tables.getOrDefault(table, Map.of()).containsKey(key);
    }

    /** Empty where there is none. */
    String value(String table, String key) {
        return tables.getOrDefault(table, Map.of()).getOrDefault(key, "");
    }

    /** Those that the tables come from. */
    java.util.Collection<String> files() {
        return files.values();
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof TemplateScalarModel table)
                || !(arguments.get(1) instanceof TemplateScalarModel key)) {
            throw new TemplateModelException("code needs the name of a table and a key");
        }
        Map<String, String> rows = tables.get(table.getAsString());
        if (rows == null) {
            throw new TemplateModelException("there is no code list '" + table.getAsString() + "'");
        }
        String value = rows.getOrDefault(key.getAsString(), "");
        return value.isEmpty() ? Absent.ABSENT : new SimpleScalar(value);
    }
}
