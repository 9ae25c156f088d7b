package org.customsgateway.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the back-ends have seen, one line per message: back-end, declaration id, version, JMS message id, item key, separated
 * by tabs.
 * A line is written before the session commits, so nothing committed is missing; a message that comes again after a failed
 * commit has the same JMS message id, so it is one message in two lines. Two message ids for one declaration and version
 * mean that the gateway declared it twice.
 */
public final class Ledger implements Closeable {

    private final BufferedWriter lines;

    private Ledger(BufferedWriter lines) {
        this.lines = lines;
    }

    /** Appends to the file. */
    public static Ledger to(Path file) throws IOException {
        return new Ledger(Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    public static Ledger none() {
        return new Ledger(new BufferedWriter(java.io.Writer.nullWriter(), 64));
    }

    synchronized void seen(BackEnd backEnd, String declarationId, String version, String messageId, String itemKey)
            throws IOException {
        lines.write(String.join("\t", backEnd.id(), declarationId, version, messageId, itemKey) + "\n");
    }

    synchronized void flush() throws IOException {
        lines.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }

    /** Distinct JMS message ids by {@code declarationId/version}, for one back-end. A last line without its end is left out. */
    public static Map<String, Set<String>> read(Path file, BackEnd backEnd) throws IOException {
        return messages(file, backEnd, cells -> cells[1] + "/" + cells[2]);
    }

    /** Distinct JMS message ids by item key, for one back-end: more than one where an item was declared or amended again. */
    public static Map<String, Set<String>> byItemKey(Path file, BackEnd backEnd) throws IOException {
        return messages(file, backEnd, cells -> cells[4]);
    }

    private static Map<String, Set<String>> messages(Path file, BackEnd backEnd, Function<String[], String> key)
            throws IOException {
        var seen = new TreeMap<String, Set<String>>();
        var text = Files.readString(file, StandardCharsets.UTF_8);
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            var cells = line.split("\t", -1);
            if (cells[0].equals(backEnd.id())) {
                seen.computeIfAbsent(key.apply(cells), other -> new TreeSet<>()).add(cells[3]);
            }
        });
        return seen;
    }
}
