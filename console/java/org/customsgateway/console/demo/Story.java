package org.customsgateway.console.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the post has been told so far, beside what it has to be told. */
final class Story {

    private final List<Expected> expected;
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, Path> lastReply = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> collected = new HashSet<>();
    private boolean again;

    Story(List<Expected> expected) {
        this.expected = expected;
    }

    /** @return whether it was there before, under the same name */
    boolean take(Reply reply) throws IOException {
        if (!collected.add(reply.name())) {
            again = true;
            return true;
        }
        if (reply.refused()) {
            refused.add(reply.about());
            lastReply.put(reply.about(), reply.file());
        }
        for (var told : reply.items()) {
            codes.computeIfAbsent(told.item(), item -> new ArrayList<>()).add(told.code());
            lastReply.put(told.item(), reply.file());
        }
        return false;
    }

    boolean came(Expected row) {
        return switch (row.codes().get(0)) {
            case Expected.REFUSED -> refused.contains(row.file());
            case Expected.AGAIN -> again;
            default -> row.cameIn(codes(row));
        };
    }

    /** Whether everything about this file has come. */
    boolean complete(String file) {
        return expected.stream().filter(row -> row.file().equals(file)).allMatch(this::came);
    }

    boolean complete() {
        return expected.stream().allMatch(this::came);
    }

    List<String> codes(Expected row) {
        return codes.getOrDefault(row.item(), List.of());
    }

    /** Name of the last reply file about this row, or a dash. */
    String reply(Expected row) {
        var file = lastReply.get(row.item().isEmpty() ? row.file() : row.item());
        return file == null ? "-" : file.getFileName().toString();
    }
}
