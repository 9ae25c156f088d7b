package org.customsgateway.mapping.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference data as it lies in {@code mappings/reference} and in a folder from outside: each set swapped whole when its files
 * change, and kept as it was when they are broken.
 */
public final class References implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(References.class);

    private final List<Folder> folders = new ArrayList<>();
    private final Clock clock;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, List<ReferenceFault>> faults = new TreeMap<>();
    private Map<String, Shape> shapes = Map.of();
    private volatile Snapshot current = Snapshot.NOTHING;
    private volatile List<ReferenceFault> told = List.of();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile ScheduledExecutorService watcher;

    private References(Path folder, Path outside, Clock clock) {
        this.clock = clock;
        folders.add(new Folder(folder, "mappings/reference/"));
        if (outside != null) {
            folders.add(new Folder(outside, outside + "/"));
        }
    }

    /**
     * The reference data of these folders, not read before the first {@link #look}.
     *
     * @param folder with {@code sets.yaml} and the files of the sets
     * @param outside a folder with files that replace or extend them, or null
     * @param clock for how long answers of a lookup are kept
     */
    public static References in(Path folder, Path outside, Clock clock) {
        return new References(folder, outside, clock);
    }

    /**
     * Reads all sets. Broken files do not keep it from opening: see {@link #faults}.
     *
     * @throws UncheckedIOException if a folder cannot be read
     */
    public static References open(Path folder, Path outside, Clock clock) {
        References references = in(folder, outside, clock);
        references.look();
        return references;
    }

    /** The sets as they are now. */
    public Snapshot now() {
        awaitFirst();
        return current;
    }

    /** Traffic may be sooner than the first look. */
    private void awaitFirst() {
        if (watcher == null) {
            return;
        }
        try {
            first.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is wrong with files that could not be taken; empty when all is well. */
    public List<ReferenceFault> faults() {
        return told;
    }

    /**
     * Takes up what has changed since the last time.
     *
     * @return whether anything had
     */
    public synchronized boolean look() {
        try {
            Map<String, String> now = new TreeMap<>();
            for (Folder folder : folders) {
                folder.glance().forEach((set, text) -> now.merge(set, text, String::concat));
            }
            boolean changed = lookAtShapes(now.remove("sets"));
            return lookAtSets(now, changed) || changed;
        } catch (IOException e) {
            throw new UncheckedIOException("the reference data cannot be read", e);
        }
    }

    private boolean lookAtShapes(String glance) throws IOException {
        if (String.valueOf(glance).equals(seen.put("sets", String.valueOf(glance)))) {
            return false;
        }
        Faults found = new Faults("");
        Path file = folders.get(0).path().resolve(Folder.SHAPES);
        byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        Map<String, Shape> read = ShapeFile.read(folders.get(0).shown() + Folder.SHAPES, bytes, found);
        note("sets", found.all());
        if (!found.all().isEmpty()) {
            return false;
        }
        shapes = read;
        return true;
    }

    private boolean lookAtSets(Map<String, String> now, boolean all) {
        Map<String, ReferenceSet> next = current.byName();
        next.keySet().retainAll(shapes.keySet());
        faults.keySet().removeIf(set -> !set.equals("sets") && !shapes.containsKey(set) && !now.containsKey(set));
        boolean changed = false;
        for (String stray : now.keySet()) {
            if (!shapes.isEmpty() && !shapes.containsKey(stray)) {
                note(stray, List.of(new ReferenceFault(stray, stray, 0, "sets.yaml has no set of this name")));
            }
        }
        for (Shape shape : shapes.values()) {
            String glance = now.getOrDefault(shape.name(), "");
            if (glance.equals(seen.put(shape.name(), glance)) && !all) {
                continue;
            }
            changed = true;
            Faults found = new Faults(shape.name());
            SetReader.read(shape, folders, clock, found).ifPresent(set -> next.put(shape.name(), set));
            if (found.all().isEmpty() && glance.isEmpty()) {
                next.remove(shape.name());
            }
            note(shape.name(), found.all());
        }
        if (!next.equals(current.byName())) {
            current = new Snapshot(next);
        }
        return changed;
    }

    private void note(String set, List<ReferenceFault> found) {
        faults.put(set, found);
        told = faults.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Looks now, and again and again, on a thread of its own, until closed; files that did not change are not read.
     *
     * @param after each look, on that thread
     */
    public References watch(Duration every, Consumer<References> after) {
        watcher = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "reference");
            thread.setDaemon(true);
            return thread;
        });
        watcher.scheduleWithFixedDelay(() -> lookAndTell(after), 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void lookAndTell(Consumer<References> after) {
        try {
            look();
            first.countDown();
            after.accept(this);
        } catch (RuntimeException e) {
            LOG.warn("the reference data cannot be looked after: {}", e.toString());
        } finally {
            first.countDown();
        }
    }

    /** Waits a little for a look that has begun: what is told of it needs what is closed after this. */
    @Override
    public void close() {
        if (watcher == null) {
            return;
        }
        watcher.shutdown();
        try {
            watcher.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
