package org.customsgateway.mapping.cargoimp;

import java.util.List;
import java.util.Set;

/**
 * A piece of how a line is written: it can be held against a text, and it can write one. Matching takes the first way that fits and
 * as much as fits, and never goes back: Cargo-IMP is written so that this is enough.
 */
sealed interface Part {

    /** Where the text goes on behind this part, or -1 with the failure noted. */
    int match(Match match, int at);

    /** Writes it from a tree; false if the tree has nothing for it. */
    boolean write(Pen pen);

    /** Fields, and groups with a name, in their order. */
    void collect(List<Named> into, boolean optional, boolean repeated);

    /** Whether it begins with a slant. */
    boolean slanted();

    /** What a part gives to the tree. */
    record Named(String name, boolean optional, boolean repeated, Part part) {}

    /** Characters that must stand there. */
    record Literal(String text) implements Part {
        @Override
        public int match(Match match, int at) {
            if (match.text().startsWith(text, at)) {
                return at + text.length();
            }
            return match.fail(at, at, "", "'" + text + "' is expected");
        }

        @Override
        public boolean write(Pen pen) {
            pen.put(text);
            return false;
        }

        @Override
        public void collect(List<Named> into, boolean optional, boolean repeated) {
            // nothing for the tree
        }

        @Override
        public boolean slanted() {
            return text.startsWith("/");
        }
    }

    /** A value: one of some words, or so many characters of a kind. */
    record Field(String name, Set<String> words, CharacterKind kind, int least, int most) implements Part {
        @Override
        public int match(Match match, int at) {
            for (String word : words) {
                if (match.text().startsWith(word, at)) {
                    match.found(name, at, at + word.length(), size());
                    return at + word.length();
                }
            }
            if (kind == null) {
                return match.fail(at, at, name, size());
            }
            int run = kind.run(match.text(), at);
            boolean tooLong = run > most && (least < most || kind.ofLines());
            int end = at + Math.min(run, most);
            if (tooLong || run < least || !kind.whole(match.text(), at, end)) {
                return match.fail(at, at + Math.min(run, most), name, size());
            }
            match.found(name, at, end, size());
            return end;
        }

        String size() {
            if (kind == null) {
                return "it is one of " + String.join(", ", words);
            }
            String many = least == most ? String.valueOf(most) : least + " to " + most;
            String or = words.isEmpty() ? "" : ", or " + String.join(", ", words);
            return "it has " + many + " " + kind.words(most) + or;
        }

        @Override
        public boolean write(Pen pen) {
            String value = pen.take(name);
            pen.put(kind != null && kind.ofLines() ? kind.fitted(value) : value);
            return !value.isEmpty();
        }

        @Override
        public boolean slanted() {
            return false;
        }

        @Override
        public void collect(List<Named> into, boolean optional, boolean repeated) {
            into.add(new Named(name, optional, repeated, this));
        }
    }

    record Sequence(List<Part> parts) implements Part {
        @Override
        public int match(Match match, int at) {
            int next = at;
            for (Part part : parts) {
                next = part.match(match, next);
                if (next < 0) {
                    return -1;
                }
            }
            return next;
        }

        @Override
        public boolean write(Pen pen) {
            boolean filled = false;
            for (Part part : parts) {
                filled |= part.write(pen);
            }
            return filled;
        }

        @Override
        public boolean slanted() {
            return !parts.isEmpty() && parts.get(0).slanted();
        }

        @Override
        public void collect(List<Named> into, boolean optional, boolean repeated) {
            parts.forEach(part -> part.collect(into, optional, repeated));
        }
    }

    /** The first of several that fits. */
    record Choice(List<Part> parts) implements Part {
        @Override
        public int match(Match match, int at) {
            for (Part part : parts) {
                int mark = match.mark();
                int next = part.match(match, at);
                if (next >= 0) {
                    return next;
                }
                match.back(mark);
            }
            return -1;
        }

        @Override
        public boolean write(Pen pen) {
            for (Part part : parts) {
                int mark = pen.mark();
                if (part.write(pen)) {
                    return true;
                }
                pen.back(mark);
            }
            return false;
        }

        @Override
        public boolean slanted() {
            return !parts.isEmpty() && parts.get(0).slanted();
        }

        @Override
        public void collect(List<Named> into, boolean optional, boolean repeated) {
            parts.forEach(part -> part.collect(into, true, repeated));
        }
    }

    /** A part that stands so often; once at most where it is only optional. */
    record Repeat(Part part, int least, int most) implements Part {
        @Override
        public int match(Match match, int at) {
            int next = at;
            for (int count = 0; count < most; count++) {
                int mark = match.mark();
                int end = part.match(match, next);
                if (end < 0 || end == next) {
                    match.back(mark);
                    return count < least ? -1 : next;
                }
                next = end;
            }
            return next;
        }

        @Override
        public boolean write(Pen pen) {
            boolean filled = false;
            for (int count = 0; count < most; count++) {
                int mark = pen.mark();
                if (!part.write(pen)) {
                    pen.back(mark);
                    break;
                }
                filled = true;
            }
            return filled;
        }

        @Override
        public boolean slanted() {
            return part.slanted();
        }

        @Override
        public void collect(List<Named> into, boolean optional, boolean repeated) {
            part.collect(into, optional || least == 0, repeated || most > 1);
        }
    }

    /** A part that is an element of its own, with the text that it covers. */
    record Group(String name, Part part) implements Part {
        @Override
        public int match(Match match, int at) {
            int mark = match.mark();
            String around = match.enter(name);
            int end = part.match(match, at);
            match.leave(around);
            if (end >= 0 || match.mark() > mark) {
                match.wrap(name, mark, at, Math.max(at, end));
            }
            return end;
        }

        @Override
        public boolean write(Pen pen) {
            return pen.into(name, part);
        }

        @Override
        public boolean slanted() {
            return part.slanted();
        }

        @Override
        public void collect(List<Named> into, boolean optional, boolean repeated) {
            into.add(new Named(name, optional, repeated, this));
        }
    }
}
