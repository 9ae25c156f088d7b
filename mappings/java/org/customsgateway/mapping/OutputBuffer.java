package org.customsgateway.mapping;

import java.io.Writer;

/** Takes what a template writes, up to a most; used again for the next item. */
final class OutputBuffer extends Writer {

    /** The template wrote too much: a loop without end, or an item that no declaration can hold. */
    static final class Full extends RuntimeException {
        Full(int most) {
            super("the template wrote more than " + most + " characters", null, false, false);
        }
    }

    private final int most;
    private char[] characters = new char[8192];
    private int length;

    OutputBuffer(int most) {
        this.most = most;
    }

    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
        if (characters.length > 1 << 18) {
            characters = new char[8192];
        }
    }

    @Override
    public void write(char[] from, int start, int count) {
        room(count);
        System.arraycopy(from, start, characters, length, count);
        length += count;
    }

    @Override
    public void write(String from, int start, int count) {
        room(count);
        from.getChars(start, start + count, characters, length);
        length += count;
    }

    @Override
    public void write(int c) {
        room(1);
        characters[length++] = (char) c;
    }

    private void room(int more) {
        if (length + more > most) {
            throw new Full(most);
        }
        if (length + more > characters.length) {
            int size = Math.min(most, Math.max(characters.length * 2, length + more));
            characters = java.util.Arrays.copyOf(characters, size);
        }
    }

    @Override
    public void flush() {
        // nowhere to flush to
    }

    @Override
    public void close() {
        // nothing open
    }
}
