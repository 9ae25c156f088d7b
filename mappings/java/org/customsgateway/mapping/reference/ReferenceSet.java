package org.customsgateway.mapping.reference;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * One set of reference data as its files had it at one moment: found by key and day, never changed.
 *
 * <p>The day is the item's own (of posting, of the order, of acceptance), not today: what was true then decides.
 */
public final class ReferenceSet {

    private static final int MOST_ASKED = 1_000;
    /** Of one question. */
    private static final int MOST_ROWS = 100;

    private final Shape shape;
    private final Table table;
    private final List<SetFile> files;
    private final String version;
    private final Lookup lookup;
    /** Item after item of a day asks for the rules of the same few countries: they are unpacked once. */
    private final Map<Asked, List<ReferenceRow>> asked = new ConcurrentHashMap<>();

    private record Asked(LocalDate on, List<String> parts) {}

    /** @param lookup who is asked before the table, or null */
    ReferenceSet(Shape shape, Table table, List<SetFile> files, String version, Lookup lookup) {
        this.shape = shape;
        this.table = table;
        this.files = List.copyOf(files);
        this.version = version;
        this.lookup = lookup;
    }

    public Shape shape() {
        return shape;
    }

    /** Short hash of its files: evidence that travels with what was decided by it. */
    public String version() {
        return version;
    }

    /** The files that it is made of: that of the gateway, and one from outside that extends it; or that which replaces it. */
    public List<SetFile> files() {
        return files;
    }

    public int size() {
        return table.size();
    }

    /** Whether a service is asked, and the rows are what counts where it does not answer. */
    public boolean asks() {
        return lookup != null;
    }

    /** Whether a row of this set is from a file that is an example: nothing may be decided by it. */
    public boolean example(ReferenceRow row) {
        return files.stream()
                .filter(file -> file.about().sure() == About.Sure.EXAMPLE)
                .anyMatch(file -> lookup != null || row.origin().startsWith(file.name() + ":"));
    }

    /** The first day on which somebody must look: one of its files is older than it may be. Empty where no file says so. */
    public Optional<LocalDate> old() {
        return files.stream()
                .map(file -> file.about().good())
                .min(Comparator.naturalOrder())
                .map(day -> day.plus(Period.ofDays(1)));
    }

    /**
     * The row of exactly this key.
     *
     * @param key all its parts, in the order of the shape
     * @throws MissingReference where a service is asked that does not answer, and there is no row to fall back on
     */
    public Optional<ReferenceRow> find(LocalDate on, String... key) {
        if (key.length != shape.keys().size()) {
            throw new IllegalArgumentException(
                    "the key of " + shape.name() + " is " + shape.keys() + ", not " + Arrays.toString(key));
        }
        try {
            return lookup == null ? row(on, key) : lookup.find(on, List.of(key));
        } catch (MissingReference e) {
            if (table.size() == 0) {
                throw e;
            }
            return row(on, key);
        }
    }

    private Optional<ReferenceRow> row(LocalDate on, String... key) {
        byte[] packed = PackedRows.key(key);
        int index = packed == null ? -1 : table.find(packed, Day.of(on));
        return index < 0 ? Optional.empty() : Optional.of(row(index));
    }

    /** The row that fits best where {@code *} in a key means any: exact parts count more than any, earlier parts more than later. */
    public Optional<ReferenceRow> best(LocalDate on, String... key) {
        String[] tried = key.clone();
        for (int stars = 0; stars < 1 << key.length; stars++) {
            for (int part = 0; part < key.length; part++) {
                tried[part] = (stars >> key.length - 1 - part & 1) == 1 ? "*" : key[part];
            }
            Optional<ReferenceRow> row = find(on, tried);
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** The row whose last part of the key is the longest beginning of the one that is asked for: of a code its heading, or its chapter. */
    public Optional<ReferenceRow> longest(LocalDate on, String... key) {
        String[] tried = key.clone();
        int last = key.length - 1;
        for (int length = key[last].length(); length > 0; length--) {
            tried[last] = key[last].substring(0, length);
            Optional<ReferenceRow> row = find(on, tried);
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** All rows of the table whose key begins with these parts, in the order of their keys. */
    public List<ReferenceRow> under(LocalDate on, String... parts) {
        var question = new Asked(on, List.of(parts));
        List<ReferenceRow> known = asked.get(question);
        if (known != null) {
            return known;
        }
        List<ReferenceRow> rows = unpacked(on, parts);
        if (asked.size() >= MOST_ASKED) {
            asked.clear();
        }
        if (rows.size() <= MOST_ROWS) {
            asked.put(question, rows);
        }
        return rows;
    }

    private List<ReferenceRow> unpacked(LocalDate on, String... parts) {
        List<ReferenceRow> rows = new ArrayList<>();
        String[] whole = Arrays.copyOf(parts, parts.length + 1);
        whole[parts.length] = "";
        byte[] prefix = parts.length == 0 ? new byte[0] : PackedRows.key(whole);
        if (parts.length >= shape.keys().size()) {
            throw new IllegalArgumentException("the key of " + shape.name() + " has no more parts: use find");
        }
        if (prefix != null) {
            table.under(prefix, Day.of(on), index -> rows.add(row(index)));
        }
        return List.copyOf(rows);
    }

    /** Whether the table has any row whose key begins with this part, or somebody is asked. */
    public boolean covers(String part) {
        return lookup != null || table.has(PackedRows.key(part, ""));
    }

    private ReferenceRow row(int index) {
        ByteBuffer block = table.block(index);
        int at = table.position(index);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < shape.values().size(); i++) {
            values.add(PackedRows.value(block, at, i));
        }
        return new ReferenceRow(
                shape,
                List.of(PackedRows.key(block, at).split("\u001f", -1)),
                values,
                Day.date(PackedRows.from(block, at)),
                Day.date(PackedRows.to(block, at)),
                files.get(PackedRows.file(block, at)).name() + ":" + PackedRows.line(block, at));
    }

    /** The last day for which any row is made: null where there is none, or one holds for ever. */
    public LocalDate newest() {
        int newest = Day.EVER;
        for (int i = 0; i < table.size(); i++) {
            newest = Math.max(newest, PackedRows.to(table.block(i), table.position(i)));
        }
        return Day.date(newest);
    }

    /** Days between two rows of one key. What has ended before today and did not come again is no gap. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        neighbours(i -> {
            int ended = PackedRows.to(table.block(i - 1), table.position(i - 1));
            int begins = PackedRows.from(table.block(i), table.position(i));
            if (begins > ended + 1) {
                String key = PackedRows.key(table.block(i), table.position(i)).replace('\u001f', ' ');
                gaps.add(new Gap(key, Day.date(ended + 1), Day.date(begins - 1)));
            }
        });
        return gaps;
    }

    /** Says of each row that holds on days on which another one of its key does. */
    void clashes(Faults faults) {
        neighbours(i -> {
            if (PackedRows.from(table.block(i), table.position(i))
                            <= PackedRows.to(table.block(i - 1), table.position(i - 1))
                    && !faults.full()) {
                ReferenceRow one = row(i - 1);
                ReferenceRow other = row(i);
                int line = PackedRows.line(table.block(i), table.position(i));
                String file = files.get(PackedRows.file(table.block(i), table.position(i)))
                        .name();
                faults.add(
                        file,
                        line,
                        String.join(" ", other.keys()) + " holds on days on which it does already: " + one.origin());
            }
        });
    }

    /** Calls with each index whose row has the same key as the one before it. */
    void neighbours(IntConsumer found) {
        for (int i = 1; i < table.size(); i++) {
            int same = PackedRows.compareKeys(
                    table.block(i - 1), table.position(i - 1), table.block(i), table.position(i));
            if (same == 0) {
                found.accept(i);
            }
        }
    }
}
