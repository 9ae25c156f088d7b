package org.customsgateway.mapping.reference;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads one set from its files: those from outside, and the gateway's own unless they are replaced. */
final class SetReader {

    private final Shape shape;
    private final Faults faults;
    private final TableBuilder rows = new TableBuilder();
    private final List<SetFile> files = new ArrayList<>();
    private final MessageDigest digest;
    private LookupEntry lookup;

    private SetReader(Shape shape, Faults faults) {
        this.shape = shape;
        this.faults = faults;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @param folders that of the gateway, then that from outside if there is one
     * @return empty where anything is wrong, or there is no file of the set
     */
    static Optional<ReferenceSet> read(Shape shape, List<Folder> folders, Clock clock, Faults faults) {
        return new SetReader(shape, faults).read(folders, clock);
    }

    private Optional<ReferenceSet> read(List<Folder> folders, Clock clock) {
        boolean whole = false;
        for (int i = folders.size() - 1; i >= 0 && !whole; i--) {
            for (String ending : Folder.ENDINGS) {
                Path file = folders.get(i).path().resolve(shape.name() + ending);
                if (Files.isRegularFile(file)) {
                    boolean extendsOther = read(file, folders.get(i).shown() + file.getFileName());
                    whole |= i > 0 && !extendsOther;
                }
            }
        }
        if (files.isEmpty()) {
            if (!shape.optional()) {
                faults.add(folders.get(0).shown() + shape.name() + ".csv", 0, "there is no file of this set");
            }
            return Optional.empty();
        }
        if (!faults.all().isEmpty()) {
            return Optional.empty();
        }
        String version = HexFormat.of().formatHex(digest.digest(), 0, 6);
        Lookup asked = lookup == null ? null : new Lookup(shape, lookup, clock);
        ReferenceSet set = new ReferenceSet(shape, rows.build(), files, version, asked);
        set.clashes(faults);
        return faults.all().isEmpty() ? Optional.of(set) : Optional.empty();
    }

    /** Returns whether the file is added to those of the gateway. */
    private boolean read(Path file, String name) {
        Head head = new Head(name, faults);
        Rows into = new Rows(shape, name, files.size(), rows, faults);
        try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest)) {
            if (name.endsWith(".csv")) {
                new CsvFile(shape, name, head, into, faults).read(in);
            } else {
                LookupEntry entry = new YamlFile(shape, name, head, into, faults).read(in.readAllBytes());
                lookup = lookup == null ? entry : lookup;
            }
        } catch (IOException e) {
            faults.add(name, 0, "cannot be read: " + e.getMessage());
        }
        files.add(new SetFile(name, head.about()));
        return head.extendsOther();
    }
}
