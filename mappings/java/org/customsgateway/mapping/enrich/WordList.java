package org.customsgateway.mapping.enrich;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.Snapshot;

/** The words of {@code stop-words.csv} for one field on one day. */
final class WordList {

    /** @param words of the term; alone and within: what it does as the whole text and as a part of it, empty for nothing */
    private record Term(List<String> words, Optional<Grade> alone, Optional<Grade> within) {}

    private final Map<String, List<Term>> byFirstWord = new HashMap<>();

    WordList(Snapshot data, String field, LocalDate on) {
        for (ReferenceRow row : data.set("stop-words").under(on, field)) {
            List<String> words = words(row.text("term"));
            var term = new Term(words, Grade.named(row.text("alone")), Grade.named(row.text("within")));
            byFirstWord
                    .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(term);
        }
    }

    /** What the worst of its words does; empty where none is there. */
    Optional<Grade> worst(String text) {
        List<String> words = words(text);
        Optional<Grade> worst = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            for (Term term : byFirstWord.getOrDefault(words.get(i), List.of())) {
                int end = i + term.words().size();
                if (end <= words.size() && words.subList(i, end).equals(term.words())) {
                    Optional<Grade> found = term.words().size() == words.size() ? term.alone() : term.within();
                    worst = worst.isEmpty() || found.isPresent() && found.get().compareTo(worst.get()) > 0
                            ? found
                            : worst;
                }
            }
        }
        return worst;
    }

    /** In capitals; what is neither letter nor digit parts them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String capitals = text.toUpperCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= capitals.length(); i++) {
            boolean letter = i < capitals.length() && Character.isLetterOrDigit(capitals.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(capitals.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
