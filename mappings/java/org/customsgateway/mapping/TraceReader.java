package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a template from its first line to its last, through macros and functions, and notes what every element is made of. */
final class TraceReader {

    private static final int DEEPEST = 60;
    /** {@code 241}, {@code 017 [none]: why}, {@code D013: further words}. */
    private static final Pattern WCO_COMMENT =
            Pattern.compile("((?=\\w*\\d)[0-9A-Z]{3,4}\\b)?\\s*(\\[none])?:?\\s*(.*)", Pattern.DOTALL);

    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w:.-]+)\\s*=\\s*(\"(?:[^\"$]|\\$\\{[^}]*}|\\$)*\"|'[^']*')");
    private static final Pattern LOOP = Pattern.compile("(.*)\\s+as\\s+(\\w+)(?:\\s*,\\s*(\\w+))?\\s*", Pattern.DOTALL);

    private final TemplateFiles files;
    private final TraceFindings findings;
    private final Map<String, TraceSpace> spaces = new HashMap<>();
    private final TraceScope globals = new TraceScope(null);
    private final TraceTargets targets = new TraceTargets();
    private int loops;
    private int depth;

    TraceReader(TemplateFiles files, TraceFindings findings) {
        this.files = files;
        this.findings = findings;
        for (String root : List.of("item", "envelope", "reply")) {
            globals.set(root, Set.of(new SourceRef(root, List.of())));
        }
    }

    void read(String file) throws BrokenFormat {
        TraceSpace main = space(file);
        walk(main.file().nodes(), main, main.scope(), List.of(), null, null);
    }

    private TraceSpace space(String name) throws BrokenFormat {
        TraceSpace known = spaces.get(name);
        if (known != null) {
            return known;
        }
        TraceSpace space = new TraceSpace(files.parsed(name), globals);
        spaces.put(name, space);
        for (FtlNode node : space.file().nodes()) {
            if (node.name().equals("import")) {
                Matcher written = TraceSpace.importOf(node);
                if (written.find()) {
                    space.imported(written.group(2), space(TraceSpace.locate(name, written.group(1))));
                }
            }
        }
        return space;
    }

    private void walk(
            List<FtlNode> nodes,
            TraceSpace space,
            TraceScope scope,
            List<FtlNode> nested,
            TraceSpace nestedSpace,
            TraceScope nestedScope)
            throws BrokenFormat {
        for (FtlNode node : nodes) {
            findings.at(space.file().name(), node.line());
            Names names = new Names(space, scope);
            switch (node.kind()) {
                case OPEN -> open(node, names);
                case CLOSE -> close(node, space);
                case TEXT -> targets.fill(Set.of());
                case INTERPOLATION -> targets.fill(FtlExpression.of(node.text(), names));
                case CALL -> call(node, space, scope);
                case DIRECTIVE -> {
                    switch (node.name()) {
                        case "list" -> {
                            Loop loop = loop(node, names, scope, true);
                            Integer around = targets.inLoop(loop.number());
                            walk(node.children(), space, loop.scope(), nested, nestedSpace, nestedScope);
                            targets.inLoop(around);
                        }
                        case "nested" -> {
                            if (nestedSpace != null) {
                                walk(nested, nestedSpace, nestedScope, List.of(), null, null);
                            }
                        }
                        default -> {
                            statement(node, names, scope);
                            if (!node.name().equals("macro") && !node.name().equals("function")) {
                                walk(node.children(), space, scope, nested, nestedSpace, nestedScope);
                            }
                        }
                    }
                }
            }
        }
    }

    private record Loop(int number, TraceScope scope) {}

    private Loop loop(FtlNode node, Names names, TraceScope scope, boolean marked) {
        Matcher written = LOOP.matcher(node.text());
        if (!written.matches()) {
            FtlExpression.of(node.text(), names);
            return new Loop(++loops, new TraceScope(scope));
        }
        Set<SourceRef> over = FtlExpression.of(written.group(1), names);
        int number = ++loops;
        Set<SourceRef> each = new LinkedHashSet<>();
        over.forEach(place -> each.add(marked ? place.inLoop(number) : place));
        TraceScope inside = new TraceScope(scope).set(written.group(2), each);
        if (written.group(3) != null) {
            inside.set(written.group(3), each);
        }
        return new Loop(number, inside);
    }

    /** Directives that give a variable a value, and those that only test. */
    private void statement(FtlNode node, Names names, TraceScope scope) {
        switch (node.name()) {
            case "assign", "local", "global" -> {
                for (Map.Entry<String, String> one :
                        FtlParameters.of(node.text()).entrySet()) {
                    scope.assign(one.getKey(), FtlExpression.of(one.getValue(), names));
                }
            }
            case "if", "elseif", "switch", "case", "on" -> FtlExpression.of(node.text(), names);
            default -> {
                // the others neither read nor write anything of their own
            }
        }
    }

    private void open(FtlNode node, Names names) {
        targets.open(node.name(), node.line());
        List<String> path = targets.path();
        findings.target(path);
        Matcher attribute = ATTRIBUTE.matcher(node.text());
        while (attribute.find()) {
            String name = attribute.group(1);
            if (!name.startsWith("xmlns")) {
                List<String> target = new ArrayList<>(path);
                target.add("@" + name.substring(name.indexOf(':') + 1));
                findings.line(target, FtlExpression.of(attribute.group(2), names), "", "", node.line());
            }
        }
    }

    private void close(FtlNode node, TraceSpace space) throws BrokenFormat {
        if (!targets.isOpen(node.name())) {
            throw new BrokenFormat(
                    space.file().name(), node.line(), "'" + node.name() + "' is closed and was not open");
        }
        List<String> path = targets.path();
        TraceTargets.Target target = targets.close();
        if (target.filled()) {
            String comment = space.file().comments().getOrDefault(node.line(), "");
            Matcher words = WCO_COMMENT.matcher(comment);
            boolean known = words.matches();
            String id = known && words.group(1) != null ? words.group(1) : "";
            String none = known && words.group(2) != null ? words.group(3).strip() : "";
            findings.line(path, target.sources(), id, none, target.line());
        }
    }

    private void call(FtlNode node, TraceSpace space, TraceScope scope) throws BrokenFormat {
        TraceSpace home = space.home(node.name());
        if (home == null) {
            throw new BrokenFormat(space.file().name(), node.line(), "there is no macro '" + node.name() + "'");
        }
        deeper(node, space);
        Map<String, Set<SourceRef>> given = new HashMap<>();
        FtlParameters.of(node.text())
                .forEach((name, text) -> given.put(name, FtlExpression.of(text, new Names(space, scope))));
        FtlNode macro = home.definition(node.name());
        walk(macro.children(), home, bind(macro, home, given), node.children(), space, scope);
        depth--;
    }

    private void deeper(FtlNode node, TraceSpace space) throws BrokenFormat {
        if (++depth > DEEPEST) {
            throw new BrokenFormat(space.file().name(), node.line(), "'" + node.name() + "' calls itself");
        }
    }

    /** The scope inside a macro or function: its parameters, with their defaults where nothing is given. */
    private TraceScope bind(FtlNode definition, TraceSpace home, Map<String, Set<SourceRef>> given) {
        TraceScope inside = new TraceScope(home.scope());
        String parameters =
                definition.text().replaceFirst("^[^\\s(]+", "").strip().replaceAll("^\\(|\\)$", "");
        int place = 0;
        for (Map.Entry<String, String> one : FtlParameters.of(parameters).entrySet()) {
            boolean bare = one.getKey().matches("\\d+");
            String name = bare ? one.getValue() : one.getKey();
            Set<SourceRef> value = given.getOrDefault(name, given.get(String.valueOf(place++)));
            if (value == null) {
                value = bare ? Set.of() : FtlExpression.of(one.getValue(), new Names(home, inside));
            }
            inside.set(name, value);
        }
        return inside;
    }

    /** What a function gives back: all that its return statements name. */
    private Set<SourceRef> returned(List<FtlNode> nodes, TraceSpace space, TraceScope scope) {
        Set<SourceRef> made = new LinkedHashSet<>();
        for (FtlNode node : nodes) {
            Names names = new Names(space, scope);
            TraceScope inside = scope;
            switch (node.name()) {
                case "return" -> made.addAll(FtlExpression.of(node.text(), names));
                case "list" -> inside = loop(node, names, scope, false).scope();
                default -> statement(node, names, scope);
            }
            made.addAll(returned(node.children(), space, inside));
        }
        return made;
    }

    /** Names where an expression stands in a namespace. */
    private final class Names implements FtlExpression.Names {

        private final TraceSpace space;
        private final TraceScope scope;

        Names(TraceSpace space, TraceScope scope) {
            this.space = space;
            this.scope = scope;
        }

        @Override
        public Set<SourceRef> variable(String name) {
            return scope.get(name);
        }

        @Override
        public Set<SourceRef> call(String name, List<Set<SourceRef>> arguments) {
            TraceSpace home = space.home(name);
            if (home == null) {
                return null;
            }
            if (depth > DEEPEST) {
                findings.fault("'" + name + "' calls itself");
                return Set.of();
            }
            depth++;
            Map<String, Set<SourceRef>> given = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                given.put(String.valueOf(i), arguments.get(i));
            }
            FtlNode function = home.definition(name);
            Set<SourceRef> made = returned(function.children(), home, bind(function, home, given));
            depth--;
            return made;
        }

        @Override
        public FtlExpression.Names with(String name, Set<SourceRef> value) {
            return new Names(space, new TraceScope(scope).set(name, value));
        }

        @Override
        public void met(Set<SourceRef> places) {
            findings.met(places);
        }
    }
}
