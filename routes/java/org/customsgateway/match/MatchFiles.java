package org.customsgateway.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.customsgateway.mapping.WcoPositions;

/** The files of the match in {@code mappings/_shared/match}, taken up when they change; a faulty edit leaves the last good ones in use. */
public final class MatchFiles {

    private static final List<String> NAMES = List.of("rules.yaml", "limits.csv", "join.csv");

    private final Path folder;
    private final WcoPositions positions;
    private volatile Match current;
    private List<String> seen;

    private MatchFiles(Path folder, WcoPositions positions) {
        this.folder = folder;
        this.positions = positions;
    }

    /** @throws IllegalArgumentException with file and line of all that is wrong */
    public static MatchFiles open(Path folder, WcoPositions positions) {
        MatchFiles files = new MatchFiles(folder, positions);
        files.look();
        return files;
    }

    public Match current() {
        return current;
    }

    /**
     * Takes up what has changed since the last time.
     *
     * @return whether anything had
     * @throws IllegalArgumentException with file and line of all that is wrong; once for each edit
     */
    public synchronized boolean look() {
        List<String> texts = new ArrayList<>();
        for (String name : NAMES) {
            try {
                texts.add(Files.readString(folder.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(name + " of the match cannot be read", e);
            }
        }
        if (texts.equals(seen)) {
            return false;
        }
        seen = texts;
        Faults faults = new Faults();
        List<Rule> rules = RuleFile.read(NAMES.get(0), texts.get(0), faults);
        LimitTable limits = LimitTable.read(NAMES.get(1), texts.get(1), faults);
        Join join = Join.read(NAMES.get(2), texts.get(2), positions, faults);
        faults.end();
        current = new Match(new Rules(rules, limits), join, version(texts));
        return true;
    }

    private static String version(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
