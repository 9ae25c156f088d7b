package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;

/** How one item of a format becomes a declaration. */
record ItemMapping(
        FormatFile format,
        SchemaElement itemSchema,
        SchemaElement rootSchema,
        List<Rule> rules,
        CodeTables codes,
        CompiledTemplate template,
        Trace trace,
        DeclarationCheck check) {

    /** What came of running the template: bytes, findings about them, or why there are none. */
    private record Outcome(byte[] document, List<WcoFinding> findings, String failure) {}

    MappedItem map(RawItem raw, ItemInputs in) {
        Element item = raw.item();
        ItemPath paths = new ItemPath(itemSchema, item, raw.sequence());
        List<Problem> problems = problems(raw, paths);
        boolean sound = problems.stream().noneMatch(Problem::rejects);
        Outcome outcome = run(raw, in, problems);
        String failure = outcome.failure();
        if (!outcome.findings().isEmpty()) {
            failure = blame(raw, paths, outcome.findings(), problems);
        }
        String said = text(format.cancels(), raw);
        boolean cancels = !said.isEmpty()
                && (format.cancelling().isEmpty() || format.cancelling().contains(said));
        boolean declared = failure.isEmpty() && problems.stream().noneMatch(Problem::rejects);
        Map<String, String> facts = texts(format.facts(), raw);
        return new MappedItem(
                raw.sequence(),
                new ItemKey(text(format.keyId(), raw), date(text(format.keyDate(), raw))),
                contentHash(item, cancels),
                facts,
                declared ? outcome.document() : null,
                List.copyOf(problems),
                sound && problems.stream().noneMatch(Problem::rejects) ? failure : "",
                cancels,
                matched(raw.item()),
                aliases(facts),
                new ReturnReader(format.returns()).read(item, paths, facts),
                new ItemSource(raw, this));
    }

    /** What schema and rules say of an item, without mapping it. */
    List<Problem> problems(RawItem raw) {
        return problems(raw, new ItemPath(itemSchema, raw.item(), raw.sequence()));
    }

    private List<Problem> problems(RawItem raw, ItemPath paths) {
        List<Problem> problems = new ArrayList<>();
        raw.problems().forEach(problem -> problems.add(withWcoId(problem)));
        for (Rule rule : rules) {
            rule.problems(raw.item(), paths).forEach(problem -> problems.add(withWcoId(problem)));
        }
        return problems;
    }

    private Outcome run(RawItem raw, ItemInputs in, List<Problem> problems) {
        try {
            byte[] document = template.run(ItemData.of(raw, in, problems, codes));
            return document.length == 0
                    ? new Outcome(null, List.of(), "the template wrote nothing")
                    : new Outcome(document, check.check(document), "");
        } catch (CompiledTemplate.Failed e) {
            return new Outcome(null, List.of(), e.getMessage());
        }
    }

    /** Adds the problems behind the findings, unless one is known there already; what is left without one is our fault. */
    private String blame(RawItem raw, ItemPath paths, List<WcoFinding> findings, List<Problem> problems) {
        Blame blame = new Blame(trace, raw.item(), raw.envelope(), paths, new ItemPath(rootSchema, raw.envelope(), 0));
        String failure = "";
        List<Problem> known = List.copyOf(problems);
        for (WcoFinding finding : findings) {
            Optional<Problem> problem = blame.of(finding);
            if (problem.isEmpty()) {
                failure = failure.isEmpty() ? finding.path() + ": " + finding.text() : failure;
            } else if (known.stream().noneMatch(other -> covers(other, problem.get()))) {
                problems.add(problem.get());
            }
        }
        return failure;
    }

    Pointer toSource(String declarationPath, String value, RawItem raw) {
        ItemPath paths = new ItemPath(itemSchema, raw.item(), raw.sequence());
        return new Blame(trace, raw.item(), raw.envelope(), paths, new ItemPath(rootSchema, raw.envelope(), 0))
                .pointer(declarationPath, value)
                .orElseGet(() -> paths.of(raw.item()));
    }

    private static boolean covers(Problem known, Problem found) {
        String one = known.pointer().path();
        String other = found.pointer().path();
        return known.rejects() && (one.startsWith(other) || other.startsWith(one));
    }

    private Problem withWcoId(Problem problem) {
        String path = problem.pointer().path();
        int slash = path.indexOf('/');
        String id = slash < 0 ? "" : trace.wcoId(path.substring(slash + 1).replaceAll("\\[\\d+]", ""));
        return id.isEmpty() || !problem.wcoId().isEmpty()
                ? problem
                : new Problem(
                        problem.rule(),
                        problem.severity(),
                        problem.pointer(),
                        id,
                        problem.value(),
                        problem.text(),
                        problem.origin());
    }

    private static Map<String, String> texts(Map<String, SourcePath> paths, RawItem raw) {
        Map<String, String> texts = new LinkedHashMap<>();
        paths.forEach((name, path) -> texts.put(name, text(path, raw)));
        return texts;
    }

    private static String text(SourcePath path, RawItem raw) {
        if (path.nowhere()) {
            return "";
        }
        return path.ofEnvelope() ? path.below(raw.envelope().name()).text(raw.envelope()) : path.text(raw.item());
    }

    private Map<String, String> matched(Element item) {
        Map<String, String> values = new LinkedHashMap<>();
        format.match().forEach((name, value) -> values.put(name, value.of(item, codes)));
        return values;
    }

    private Map<String, String> aliases(Map<String, String> facts) {
        if (format.aliases().isEmpty()) {
            return Map.of();
        }
        Map<String, String> aliases = new LinkedHashMap<>(facts);
        aliases.keySet().retainAll(format.aliases());
        aliases.values().removeIf(String::isEmpty);
        return aliases;
    }

    /** A withdrawal is never a repetition of what it withdraws, however much they are alike. */
    private String contentHash(Element item, boolean cancels) {
        List<Element> content =
                format.content().nowhere() ? List.of(item) : format.content().all(item);
        String hash = ContentHash.of(content.isEmpty() ? item : content.get(0));
        return cancels ? ContentHash.hex(("cancels " + hash).getBytes(StandardCharsets.UTF_8)) : hash;
    }

    /** The day of a moment; what is no date is left whole: the other half of a key may be a number. */
    static String date(String moment) {
        boolean dated = moment.length() > 10 && moment.charAt(4) == '-' && moment.charAt(7) == '-';
        return dated ? moment.substring(0, 10) : moment;
    }
}
