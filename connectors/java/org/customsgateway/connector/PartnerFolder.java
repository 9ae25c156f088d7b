package org.customsgateway.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.message.PartnerId;

/**
 * The folder of partner files as it was seen at one time.
 *
 * @param formats edition of the formats that were known then
 * @param files by name
 * @param faults of the files, and between them
 */
record PartnerFolder(Object formats, Map<String, Seen> files, List<PartnerFault> faults) {

    static final PartnerFolder NOTHING = new PartnerFolder("", Map.of(), List.of());

    /** @param stamp changes when the file does */
    record Seen(List<Object> stamp, PartnerFile content) {}

    /** Reads what changed since the last time; answers that same object when nothing did. */
    static PartnerFolder read(Path folder, FormatBook formats, PartnerFolder last) {
        var files = new TreeMap<String, Seen>();
        var edition = formats.edition();
        var sameFormats = edition.equals(last.formats);
        try (var paths = Files.newDirectoryStream(folder, "[!.]*" + PartnerFile.ENDING)) {
            for (var path : paths) {
                var name = path.getFileName().toString();
                var stamp = stamp(path);
                var before = last.files.get(name);
                // a faulty one is read again, because what it lacks may lie elsewhere: a secret, a variable
                var same = before != null
                        && sameFormats
                        && before.stamp.equals(stamp)
                        && before.content.faults().isEmpty();
                files.put(name, same ? before : new Seen(stamp, PartnerFile.read(path, formats, System::getenv)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("partner folder " + folder + " cannot be read", unreadable);
        }
        return sameFormats && files.equals(last.files) && last != NOTHING
                ? last
                : new PartnerFolder(edition, files, faults(files, last));
    }

    private static List<Object> stamp(Path path) throws IOException {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }

    private static List<PartnerFault> faults(Map<String, Seen> files, PartnerFolder last) {
        var all = new ArrayList<PartnerFault>();
        var owners = new HashMap<String, String>();
        // who had it first keeps it; the newcomer is at fault
        files.keySet().stream()
                .sorted(Comparator.comparing(name -> files.get(name) != last.files.get(name)))
                .forEach(name -> {
                    var content = files.get(name).content;
                    all.addAll(content.faults());
                    content.unique().forEach((what, place) -> {
                        var owner = owners.putIfAbsent(what, name);
                        if (owner != null) {
                            var text = what + " is already that of " + owner + ": choose another";
                            all.add(new PartnerFault(name, place.line(), place.key(), text));
                        }
                    });
                });
        all.sort(Comparator.comparing(PartnerFault::file).thenComparing(PartnerFault::line));
        return List.copyOf(all);
    }

    /** The partners to go on with: of a faulty file the one before, if any. */
    Collection<Partner> partners(Map<PartnerId, Partner> before) {
        var faulty = faults.stream().map(PartnerFault::file).toList();
        var partners = new ArrayList<Partner>();
        files.forEach((name, seen) -> {
            if (!faulty.contains(name)) {
                seen.content.partner().ifPresent(partners::add);
            } else {
                before.values().stream()
                        .filter(partner -> name.equals(partner.id() + PartnerFile.ENDING))
                        .forEach(partners::add);
            }
        });
        return partners;
    }
}
