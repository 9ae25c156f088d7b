package org.customsgateway.mapping;

import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The templates that one mapping may use: those of its own folder and the shared ones, as they were at one moment. There is no
 * path out of them.
 */
final class TemplateFiles implements TemplateLoader {

    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+(?=<)");

    private final Drawers drawers;
    private final String folder;
    private final Map<String, FtlFile> parsed = new LinkedHashMap<>();

    TemplateFiles(Drawers drawers, String folder) {
        this.drawers = drawers;
        this.folder = Drawers.MAPPINGS + folder + "/";
    }

    FtlFile parsed(String name) throws BrokenFormat {
        FtlFile known = parsed.get(name);
        if (known == null) {
            if (!visible(name)) {
                throw new BrokenFormat(name, 0, "the template is missing");
            }
            known = FtlFile.parse(name, text(name));
            parsed.put(name, known);
        }
        return known;
    }

    /** All that was parsed: what the mapping is made of. */
    Collection<FtlFile> used() {
        return parsed.values();
    }

    private boolean visible(String name) {
        boolean own = name.startsWith(folder) || name.startsWith(Drawers.MAPPINGS + "_shared/");
        return own && name.endsWith(".ftl") && drawers.has(name);
    }

    private String text(String name) {
        return new String(drawers.file(name), StandardCharsets.UTF_8);
    }

    /** FreeMarker's names have the mappings drawer as their root. */
    @Override
    public Object findTemplateSource(String name) {
        String inDrawers = Drawers.MAPPINGS + name;
        return visible(inDrawers) ? inDrawers : null;
    }

    @Override
    public long getLastModified(Object source) {
        return 0; // a mapping never sees its files change
    }

    /** Without the white space before tags, which no document keeps and every run would write; lines stay lines. */
    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader(INDENT.matcher(text((String) source)).replaceAll(""));
    }

    @Override
    public void closeTemplateSource(Object source) {
        // nothing open
    }
}
