package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** Turns what is wrong with a declaration around: into the sender's own field, or, where none is behind it, into a fault of ours. */
record Blame(Trace trace, Element item, Element envelope, ItemPath itemPaths, ItemPath envelopePaths) {

    /** The problem of the sender behind a finding; empty if no field of the sender is behind it. */
    Optional<Problem> of(WcoFinding finding) {
        List<Trace.Origin> origins = trace.origins(finding.path());
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        Trace.Origin best = likeliest(origins, finding.value());
        String origin = best.line().file() + ":" + best.line().line();
        String wcoId = finding.wcoId().isEmpty() ? best.line().wcoId() : finding.wcoId();
        return Optional.of(new Problem(
                finding.rule(), Severity.REJECT, pointer(best), wcoId, finding.value(), finding.text(), origin));
    }

    /** The sender's field from which a position of the declaration was made; empty if no field is behind it. */
    Optional<Pointer> pointer(String path, String value) {
        List<Trace.Origin> origins = trace.origins(path);
        return origins.isEmpty() ? Optional.empty() : Optional.of(pointer(likeliest(origins, value)));
    }

    /** The one whose text is the value that was refused; else the first that is there at all; else the first. */
    private Trace.Origin likeliest(List<Trace.Origin> origins, String value) {
        Trace.Origin there = null;
        for (Trace.Origin origin : origins) {
            for (Element element : Trace.elements(origin, item, envelope)) {
                String text = text(origin, element);
                if (!text.isEmpty() && text.equals(value)) {
                    return origin;
                }
                if (there == null && !text.isEmpty()) {
                    there = origin;
                }
            }
        }
        return there == null || value.isEmpty() ? origins.get(0) : there;
    }

    private static String text(Trace.Origin origin, Element element) {
        List<String> steps = origin.source().steps();
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        return last.startsWith("@") ? element.attribute(last.substring(1)) : element.text();
    }

    private Pointer pointer(Trace.Origin origin) {
        ItemPath paths = origin.source().root().equals("item") ? itemPaths : envelopePaths;
        List<String> steps = new ArrayList<>(origin.source().steps());
        List<String> missing = new ArrayList<>();
        while (true) {
            Trace.Origin shorter =
                    new Trace.Origin(new SourceRef(origin.source().root(), steps), origin.line(), origin.loops());
            List<Element> found = Trace.elements(shorter, item, envelope);
            boolean attribute = !steps.isEmpty() && steps.get(steps.size() - 1).startsWith("@");
            if (!found.isEmpty() && !attribute) {
                return missing.isEmpty() ? paths.of(found.get(0)) : paths.of(found.get(0), String.join("/", missing));
            }
            missing.add(0, SourceRef.name(steps.remove(steps.size() - 1)));
        }
    }
}
