package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.customsgateway.mapping.xml.SchemaTree;

/** Makes mappings of the files of one moment, and finds what is wrong with them before they run; several at a time. */
final class MappingCompiler {

    private static final String WCO = Drawers.XSD + "wco-dec/";
    private static final List<String> WCO_ROOTS = List.of(WCO + "MetaData.xsd", WCO + "Declaration.xsd");
    private static final int ITEM_OUTPUT = 1 << 23;
    private static final int REPLY_OUTPUT = 1 << 27;

    private final Drawers drawers;
    private final DeclarationCheck check;
    private final CamelContext camel;
    private final Map<String, Engine> engines;
    private final Map<String, byte[]> hashes = new ConcurrentHashMap<>();
    private SchemaTree wco;

    /** @param engines by their configuration, shared by all mappings that have the same */
    MappingCompiler(Drawers drawers, DeclarationCheck check, CamelContext camel, Map<String, Engine> engines) {
        this.drawers = drawers;
        this.check = check;
        this.camel = camel;
        this.engines = engines;
    }

    Mapping compile(String folder) throws BrokenFormat {
        return new Compilation(folder).mapping();
    }

    /** All that a format could be made of: when none of this changed, it need not be made again. */
    String fingerprint(String folder) {
        Set<String> prefixes = Set.of(
                Drawers.MAPPINGS + folder + "/",
                Drawers.MAPPINGS + "_shared/",
                Drawers.XSD + folder + "/",
                Drawers.XSD + "_shared/",
                WCO);
        return hash(drawers.files().keySet().stream()
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .toList());
    }

    private String hash(Iterable<String> names) {
        MessageDigest digest = ContentHash.sha256();
        for (String name : names) {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            // the shared files are part of every format
            digest.update(
                    hashes.computeIfAbsent(name, file -> ContentHash.sha256().digest(drawers.file(file))));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private synchronized SchemaTree wco() throws BrokenFormat {
        if (wco == null) {
            String root = WCO_ROOTS.stream()
                    .filter(drawers::has)
                    .findFirst()
                    .orElseThrow(() -> new BrokenFormat(WCO, 0, "the schema of the declaration is missing"));
            wco = SchemaTree.read(drawers, root);
        }
        return wco;
    }

    private Engine engine(String folder, Set<String> used) throws BrokenFormat {
        String own = Drawers.MAPPINGS + folder + "/to-wco.smooks.xml";
        String file = drawers.has(own) ? own : Drawers.MAPPINGS + "_shared/to-wco.smooks.xml";
        if (!drawers.has(file)) {
            throw new BrokenFormat(file, 0, "the configuration of Smooks is missing");
        }
        used.add(file);
        String key = hash(List.of(file));
        synchronized (engines) {
            if (!engines.containsKey(key)) {
                engines.put(key, Engine.of(camel, file, drawers.file(file)));
            }
            return engines.get(key);
        }
    }

    /** The making of one mapping. */
    private final class Compilation {

        private final String folder;
        private final Set<String> used = new TreeSet<>();
        private final List<BrokenFormat.Fault> faults = new ArrayList<>();
        private final TemplateFiles templates;
        private final FormatFile format;
        private final Syntax syntax;
        private final CodeTables codes;

        Compilation(String folder) throws BrokenFormat {
            this.folder = folder;
            this.templates = new TemplateFiles(drawers, folder);
            this.format = FormatFileReader.read(drawers, folder);
            this.syntax = Syntaxes.compile(format, drawers);
            this.codes = CodeTables.read(drawers, folder);
            used.add(format.file());
            used.addAll(syntax.shape().files());
        }

        Mapping mapping() throws BrokenFormat {
            String toWco = Drawers.MAPPINGS + folder + "/to-wco.ftl";
            String replyFile = Drawers.MAPPINGS + folder + "/reply.ftl";
            Engine engine = engine(folder, used);
            ReplyTemplate reply = drawers.has(replyFile) ? reply(replyFile) : null;
            if (!format.readable() && reply == null) {
                throw new BrokenFormat(replyFile, 0, "a format without items needs a reply.ftl");
            }
            answers();
            ItemMapping items = null;
            Coverage coverage = new Coverage(List.of(), List.of());
            if (format.readable()) {
                SchemaElement root = syntax.root();
                SchemaElement item = item(root);
                TraceFindings findings = new TraceFindings(item, root, wco(), "MetaData");
                paths(item, root, findings);
                trace(toWco, findings);
                coverage = CoverageReader.of(findings, item, drawers.file(Drawers.MAPPINGS + folder + "/NOTES.md"));
                items = new ItemMapping(
                        format,
                        item,
                        root,
                        rules(),
                        codes,
                        compiled(toWco, ITEM_OUTPUT),
                        new Trace(findings.lines()),
                        check);
            }
            if (!faults.isEmpty()) {
                throw new BrokenFormat(faults);
            }
            return new Mapping(format, version(), engine, syntax, items, reply, coverage);
        }

        private ReplyTemplate reply(String file) throws BrokenFormat {
            trace(file, new TraceFindings(null, null, syntax.shape(), ""));
            return new ReplyTemplate(compiled(file, REPLY_OUTPUT), codes, syntax);
        }

        private CompiledTemplate compiled(String file, int most) throws BrokenFormat {
            return CompiledTemplate.compile(templates, file, most);
        }

        private void trace(String file, TraceFindings findings) throws BrokenFormat {
            new TraceReader(templates, findings).read(file);
            faults.addAll(findings.faults());
        }

        /** Every format that may answer must be there. */
        private void answers() {
            for (ReplyLine line : format.replies()) {
                Stream.concat(Stream.of(line.format()), line.others().stream())
                        .filter(answer -> !drawers.has(Drawers.MAPPINGS + answer + "/reply.ftl"))
                        .forEach(answer ->
                                fault(line.line(), "the format '" + answer + "' that replies has no reply.ftl"));
            }
        }

        private SchemaElement item(SchemaElement root) throws BrokenFormat {
            SchemaElement item = find(root, 0, new HashSet<>());
            if (item == null) {
                throw new BrokenFormat(format.file(), 0, "the schema has no item '" + format.item() + "'");
            }
            return item;
        }

        private SchemaElement find(SchemaElement from, int depth, Set<String> seen) {
            if (from.name().equals(format.item())) {
                return from;
            }
            if (depth > 16 || !seen.add(from.name() + from.origin())) {
                return null;
            }
            for (SchemaElement child : from.content().children()) {
                SchemaElement found = find(child, depth + 1, seen);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        private void paths(SchemaElement item, SchemaElement root, TraceFindings findings) {
            SourcePath reference = format.reference();
            List<SourcePath> read = new ArrayList<>(format.facts().values());
            format.match().values().forEach(value -> {
                read.add(value.path());
                if (!value.code().isEmpty() && !codes.knows(value.code())) {
                    fault(value.path().line(), "there is no code list '" + value.code() + "'");
                }
            });
            path(format.content(), item, root);
            read.add(format.keyId());
            read.add(format.keyDate());
            read.add(format.cancels());
            read.addAll(format.envelopeFacts().values());
            returns(read);
            read.add(new SourcePath(true, reference.steps(), reference.line()));
            read.forEach(path -> {
                path(path, item, root);
                findings.read().add(path.toString());
            });
            format.rules().forEach(rule -> {
                path(rule.path(), item, root);
                if (rule.check().equals("code") && !codes.knows(rule.with())) {
                    fault(rule.line(), "there is no code list '" + rule.with() + "'");
                }
            });
        }

        private void returns(List<SourcePath> read) {
            ReturnNames returns = format.returns();
            read.add(returns.when());
            returns.of().forEach(line -> {
                read.add(line.id());
                read.add(line.date());
                if (!line.where().isEmpty()) {
                    List<String> steps = new ArrayList<>(line.id().steps());
                    steps.set(steps.size() - 1, line.where());
                    read.add(new SourcePath(false, steps, line.id().line()));
                }
            });
            Stream.concat(format.aliases().stream(), returns.agree().stream())
                    .filter(name -> !format.facts().containsKey(name))
                    .forEach(name -> fault(0, "'" + name + "' of aliases or returns.agree is none of the facts"));
        }

        private void path(SourcePath path, SchemaElement item, SchemaElement root) {
            SchemaElement from = path.ofEnvelope() ? root : item;
            if (!path.nowhere() && !from.leads(path.below(root.name()).steps())) {
                fault(path.line(), "the source has no '" + path + "'");
            }
        }

        private void fault(int line, String text) {
            faults.add(new BrokenFormat.Fault(format.file(), line, text));
        }

        private List<Rule> rules() {
            return format.rules().stream()
                    .map(line -> new Rule(line, Checks.named(line.check(), line.with(), codes), format.file()))
                    .toList();
        }

        private String version() {
            templates.used().forEach(file -> used.add(file.name()));
            used.addAll(codes.files());
            return hash(used).substring(0, 12);
        }
    }
}
