package org.customsgateway.connector;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;

/**
 * The partners of {@code connectors/partners/*.yaml}, read at start and again whenever a file changes (looked at every
 * second). A file that is broken while running leaves its last good partner in place and is listed in {@link #faults}.
 */
public final class Partners implements AutoCloseable {

    /** @param formats the formats that can be read now */
    public Partners(Path folder, Supplier<Set<FormatId>> formats, Alarm alarm) {}

    /** Before {@link #start}. */
    public void listen(PartnerListener listener) {}

    /**
     * Reads all files, tells the listeners and begins to watch.
     *
     * @throws InvalidPartners when any file has a fault; nobody was told anything then
     */
    public void start() {}

    public Collection<Partner> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Partner> find(PartnerId id) {
        throw new UnsupportedOperationException();
    }

    /** Faults of the files as they lie there now; empty when all is well. */
    public List<PartnerFault> faults() {
        throw new UnsupportedOperationException();
    }

    /** Looks at the folder now instead of within a second. */
    public void look() {}

    /** Reads a folder without using it: all faults, none when all is well. */
    public static List<PartnerFault> check(Path folder, Set<FormatId> formats) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
