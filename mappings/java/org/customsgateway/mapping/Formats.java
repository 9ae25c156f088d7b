package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.customsgateway.message.FormatId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The formats as they lie in the mappings and xsd drawers, compiled, each swapped whole when its files change. */
public final class Formats implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Formats.class);
    private static final int ENOUGH_TO_RECOGNISE = 1 << 16;

    private final Path mappings;
    private final Path xsd;
    private final DeclarationCheck check;
    private final CamelContext camel;
    private final Map<String, Engine> engines = new HashMap<>();
    private volatile Map<String, FormatEdition> editions = Map.of();
    private volatile ScheduledExecutorService watcher;
    private volatile String glance = "";

    private Formats(Path mappings, Path xsd, DeclarationCheck check, CamelContext camel) {
        this.mappings = mappings;
        this.xsd = xsd;
        this.check = check;
        this.camel = camel;
    }

    /**
     * Reads both drawers; each format is compiled when it is first asked for. Broken formats do not keep it from opening: see
     * {@link #faults}.
     *
     * @param check of the declarations that the mappings make
     * @param camel in which the mappings run; not closed here
     * @throws UncheckedIOException if the drawers cannot be read
     */
    public static Formats open(Path mappings, Path xsd, DeclarationCheck check, CamelContext camel) {
        Formats formats = new Formats(mappings, xsd, check, camel);
        formats.reload();
        return formats;
    }

    /** Those that can be used; compiles all. */
    public Set<FormatId> ids() {
        return editions.keySet().stream()
                .map(FormatId::new)
                .filter(id -> find(id).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Another one after each reload that found something changed. */
    public String edition() {
        return glance;
    }

    /** Empty if there is none, or none that can be used. */
    public Optional<Mapping> find(FormatId id) {
        return Optional.ofNullable(editions.get(id.value())).flatMap(FormatEdition::mapping);
    }

    /** @throws UnknownFormat if there is none */
    public Mapping current(FormatId id) {
        return find(id).orElseThrow(() -> new UnknownFormat(id));
    }

    /**
     * Which of the allowed formats an interchange is in, told from its first 64 KiB at most. Where it is in none of them, the first
     * whose syntax it is in, so that what is wrong with it can be said in the words of that syntax.
     */
    public Optional<FormatId> recognise(InputStream firstBytes, Collection<FormatId> allowed) throws IOException {
        byte[] bytes = firstBytes.readNBytes(ENOUGH_TO_RECOGNISE);
        List<Mapping> mappings = usable(allowed);
        for (Mapping mapping : mappings) {
            if (mapping.recognises(new ByteArrayInputStream(bytes))) {
                return Optional.of(mapping.id());
            }
        }
        for (Mapping mapping : mappings) {
            if (mapping.resembles(new ByteArrayInputStream(bytes))) {
                return Optional.of(mapping.id());
            }
        }
        return Optional.empty();
    }

    /** What a partner says of one of our replies, if that is what the bytes are: in the syntax of one of its formats. */
    public Optional<Acknowledgement> acknowledgement(byte[] raw, Collection<FormatId> allowed) throws IOException {
        for (Mapping mapping : usable(allowed)) {
            Optional<Acknowledgement> found = mapping.acknowledgement(new ByteArrayInputStream(raw));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Mapping> usable(Collection<FormatId> allowed) {
        return allowed.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** What is wrong with edits that could not be taken; empty when all is well. Compiles all. */
    public List<MappingFault> faults() {
        return editions.values().stream()
                .flatMap(edition -> edition.faults().stream())
                .toList();
    }

    /** Takes up what changed in the drawers since the last time, compared by content. */
    public synchronized void reload() {
        try {
            glance = Drawers.glance(mappings, xsd);
            take(Drawers.read(mappings, xsd));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Drawers drawers) {
        MappingCompiler compiler = new MappingCompiler(drawers, check, camel, engines);
        Map<String, FormatEdition> next = new TreeMap<>();
        for (String folder : drawers.formats()) {
            FormatEdition before = editions.get(folder);
            String fingerprint = compiler.fingerprint(folder);
            next.put(
                    folder,
                    before != null && before.is(fingerprint)
                            ? before
                            : new FormatEdition(folder, fingerprint, compiler, before));
        }
        editions.forEach((folder, before) -> {
            if (!next.containsKey(folder) && before.mapping().isPresent()) {
                next.put(folder, before.gone());
            }
        });
        if (!editions.isEmpty()) {
            // traffic waits for no edit
            next.values().forEach(FormatEdition::mapping);
        }
        editions = next;
    }

    /**
     * Compiles what nobody has asked for yet, then looks at the drawers again and again, on a thread of its own, until closed; files
     * that did not change are not read.
     */
    public Formats watch(Duration every) {
        watcher = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "formats");
            thread.setDaemon(true);
            return thread;
        });
        watcher.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private synchronized void look() {
        try {
            editions.values().forEach(FormatEdition::mapping);
            if (!Drawers.glance(mappings, xsd).equals(glance)) {
                reload();
            }
        } catch (IOException | RuntimeException | Error e) {
            // whatever it is: what is thrown from here ends the watch, and no later edit would be seen
            LOG.warn("the drawers cannot be read: {}", e.toString());
        }
    }

    @Override
    public void close() {
        if (watcher != null) {
            watcher.shutdownNow();
        }
        engines.values().forEach(Engine::close);
    }
}
