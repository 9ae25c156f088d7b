package org.customsgateway.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.customsgateway.message.FormatId;

/** The formats as they lie in the mappings and xsd drawers, compiled, each swapped whole when its files change. */
public final class Formats implements AutoCloseable {

    /**
     * Reads both drawers. Broken formats do not keep it from opening: see {@link #faults}.
     *
     * @param check of the declarations that the mappings make
     * @param camel whose Smooks component runs the mappings; not closed here
     */
    public static Formats open(Path mappings, Path xsd, DeclarationCheck check, CamelContext camel) {
        throw new UnsupportedOperationException();
    }

    /** Those that can be used. */
    public Set<FormatId> ids() {
        throw new UnsupportedOperationException();
    }

    /** @throws UnknownFormat if there is none */
    public Mapping current(FormatId id) {
        throw new UnsupportedOperationException();
    }

    /** Which of the allowed formats these first bytes (some KB suffice) are in. */
    public Optional<FormatId> recognise(InputStream firstBytes, Collection<FormatId> allowed) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with edits that could not be taken; empty when all is well. */
    public List<MappingFault> faults() {
        throw new UnsupportedOperationException();
    }

    /** Takes up what changed in the drawers since the last time, compared by content. */
    public void reload() {
        throw new UnsupportedOperationException();
    }

    /** Calls {@link #reload} again and again, on a thread of its own, until closed. */
    public Formats watch(Duration every) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
