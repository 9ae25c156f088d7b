package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds what a template reads against what its source has. */
final class CoverageReader {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private CoverageReader() {}

    /** @param notes NOTES.md of the format, may be null: paths between back-quotes under the heading "Not carried" are left out on purpose; {@code @name} is this attribute everywhere */
    static Coverage of(TraceFindings findings, SchemaElement item, byte[] notes) {
        List<Coverage.Line> lines = findings.lines().stream()
                .map(line -> new Coverage.Line(
                        line.path(),
                        line.wcoId(),
                        line.sources().stream().map(SourceRef::toString).toList(),
                        line.none(),
                        line.file(),
                        line.line()))
                .toList();
        Set<String> notCarried = notCarried(notes == null ? "" : new String(notes, StandardCharsets.UTF_8));
        Set<String> read =
                findings.read().stream().map(path -> unqualified(item, path)).collect(Collectors.toSet());
        List<String> unread = new ArrayList<>();
        for (String path : leaves(item, "", new HashSet<>())) {
            boolean known = read.contains(path)
                    || notCarried.stream().anyMatch(left -> path.equals(left) || path.startsWith(left + "/"))
                    || path.contains("/@") && notCarried.contains(path.substring(path.indexOf('@')));
            if (!known) {
                unread.add(path);
            }
        }
        return new Coverage(lines, unread);
    }

    /** Without the qualifiers in it: what is read of one of several is read. */
    private static String unqualified(SchemaElement item, String path) {
        List<String> steps = new ArrayList<>();
        SchemaElement at = item;
        for (String step : path.split("/")) {
            SchemaElement child = at.child(step);
            if (child != null || step.startsWith("@") || at.content().children().isEmpty()) {
                steps.add(step);
            }
            at = child == null ? at : child;
        }
        return String.join("/", steps);
    }

    private static Set<String> notCarried(String notes) {
        Set<String> paths = new TreeSet<>();
        boolean inside = false;
        for (String line : notes.lines().toList()) {
            if (line.startsWith("#")) {
                inside = line.toLowerCase(java.util.Locale.ROOT).contains("not carried");
            } else if (inside) {
                Matcher quoted = QUOTED.matcher(line);
                while (quoted.find()) {
                    paths.add(quoted.group(1).replaceFirst("^item/", ""));
                }
            }
        }
        return paths;
    }

    private static Set<String> leaves(SchemaElement from, String prefix, Set<String> above) {
        Set<String> paths = new TreeSet<>();
        SchemaElement.Content content = from.content();
        content.attributes().keySet().forEach(name -> paths.add(prefix + "@" + name));
        for (SchemaElement child : content.children()) {
            if (above.contains(child.name() + child.origin())) {
                continue; // a type that holds itself
            }
            Set<String> deeper = new HashSet<>(above);
            deeper.add(child.name() + child.origin());
            String path = prefix + child.name();
            if (child.content().children().isEmpty()) {
                paths.add(path);
                child.content().attributes().keySet().forEach(name -> paths.add(path + "/@" + name));
            } else {
                paths.addAll(leaves(child, path + "/", deeper));
            }
        }
        return paths;
    }
}
