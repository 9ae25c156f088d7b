package org.customsgateway.connector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.customsgateway.message.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partners of {@code connectors/partners/*.yaml}, read at start and again whenever a file changes (looked at every
 * second). A file that is broken while running leaves its last good partner in place and is listed in {@link #faults}.
 */
public final class Partners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Partners.class);

    private final Path folder;
    private final FormatBook formats;
    private final Alarm alarm;
    private final List<PartnerListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "partners");
        thread.setDaemon(true);
        return thread;
    });
    private PartnerFolder last = PartnerFolder.NOTHING;
    private volatile Map<PartnerId, Partner> good = Map.of();
    private Map<PartnerId, Partner> told = Map.of();
    private volatile List<PartnerFault> faults = List.of();

    public Partners(Path folder, FormatBook formats, Alarm alarm) {
        this.folder = folder;
        this.formats = formats;
        this.alarm = alarm;
    }

    /** Before {@link #start}. */
    public void listen(PartnerListener listener) {
        listeners.add(listener);
    }

    /**
     * Reads all files: from here on {@link #find} knows them, as whatever works for partners needs it to. No listener is told yet.
     *
     * @throws InvalidPartners when any file has a fault; nobody is known then
     */
    public synchronized void know() {
        var read = PartnerFolder.read(folder, formats, PartnerFolder.NOTHING);
        if (!read.faults().isEmpty()) {
            throw new InvalidPartners(read.faults());
        }
        take(read);
    }

    /**
     * Tells the listeners and begins to watch.
     *
     * @throws InvalidPartners as {@link #know}, where that was not called before; nobody was told anything then
     */
    public void start() {
        if (last == PartnerFolder.NOTHING) {
            know();
        }
        tellAll();
        watch.scheduleWithFixedDelay(this::lookAndGoOn, 1, 1, TimeUnit.SECONDS);
    }

    public Collection<Partner> all() {
        return good.values();
    }

    public Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(good.get(id));
    }

    /** Faults of the files as they lie there now; empty when all is well. */
    public List<PartnerFault> faults() {
        return faults;
    }

    /** Looks at the folder now instead of within a second. */
    public void look() {
        use(PartnerFolder.read(folder, formats, last));
    }

    /** Reads a folder without using it: all faults, none when all is well. */
    public static List<PartnerFault> check(Path folder, FormatBook formats) {
        return PartnerFolder.read(folder, formats, PartnerFolder.NOTHING).faults();
    }

    /**
     * Reads one file without using it.
     *
     * @throws IllegalArgumentException when there is none
     * @throws InvalidPartners when it has faults
     */
    public static Partner read(Path folder, PartnerId id, FormatBook formats) {
        Path file = folder.resolve(id + PartnerFile.ENDING);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no partner file " + file);
        }
        var read = PartnerFile.read(file, formats, System::getenv);
        return read.partner().orElseThrow(() -> new InvalidPartners(read.faults()));
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException unreadable) {
            LOG.warn("partner files could not be looked at: {}", unreadable.toString());
        }
    }

    private synchronized void use(PartnerFolder read) {
        if (read == last) {
            return;
        }
        if (!read.faults().equals(faults)) {
            read.faults().forEach(fault -> LOG.warn("partner file {}", fault));
            faults = read.faults();
        }
        take(read);
        tellAll();
    }

    private void take(PartnerFolder read) {
        last = read;
        var now = new TreeMap<PartnerId, Partner>(Comparator.comparing(PartnerId::value));
        read.partners(good).forEach(partner -> now.put(partner.id(), partner));
        good = now;
    }

    private synchronized void tellAll() {
        var before = told;
        var now = good;
        told = now;
        before.values().stream()
                .filter(partner -> !now.containsKey(partner.id()))
                .forEach(partner -> tell(partner.id(), "removed", listener -> listener.removed(partner)));
        now.values().forEach(partner -> {
            var was = before.get(partner.id());
            if (was == null) {
                tell(partner.id(), "added", listener -> listener.added(partner));
            } else if (!was.equals(partner)) {
                tell(partner.id(), "changed", listener -> listener.changed(was, partner));
            }
        });
    }

    private void tell(PartnerId id, String what, Consumer<PartnerListener> event) {
        LOG.info("partner {} {}", id, what);
        for (var listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException failure) {
                LOG.error("partner {} could not be {}", id, what, failure);
                alarm.raise(id, null, "partner-file", "", "could not be " + what + ": " + failure.getMessage());
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
