package org.customsgateway.mapping.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows as bytes. One is: first day (3 bytes), last day (3), line (3), file (1), length of the key (1), the key, then each value with
 * its length before it (1 byte, or 2 from 128 on). The parts of a key stand one behind the other with {@link #AND} between them.
 */
final class PackedRows {

    /** Between the parts of a key, and less than any character that a cell may have. */
    static final byte AND = 0x1F;

    static final int LONGEST_KEY = 255;
    static final int LONGEST_VALUE = 0x7FFF;
    static final int MOST_LINES = 0xFFFFFF;

    private static final int TO = 3;
    private static final int LINE = 6;
    private static final int FILE = 9;
    private static final int KEY_LENGTH = 10;
    private static final int KEY = 11;

    private PackedRows() {}

    static void write(ByteBuffer into, int from, int to, int line, int file, byte[] key, byte[][] values) {
        put(into, from);
        put(into, to);
        put(into, line);
        into.put((byte) file).put((byte) key.length).put(key);
        for (byte[] value : values) {
            if (value.length < 128) {
                into.put((byte) value.length);
            } else {
                into.putShort((short) (0x8000 | value.length));
            }
            into.put(value);
        }
    }

    static int size(byte[] key, byte[][] values) {
        return KEY
                + key.length
                + Arrays.stream(values).mapToInt(v -> v.length + 2).sum();
    }

    private static void put(ByteBuffer into, int number) {
        into.put((byte) (number >> 16)).put((byte) (number >> 8)).put((byte) number);
    }

    private static int number(ByteBuffer rows, int at) {
        return (rows.get(at) & 0xFF) << 16 | (rows.get(at + 1) & 0xFF) << 8 | rows.get(at + 2) & 0xFF;
    }

    static int from(ByteBuffer rows, int row) {
        return number(rows, row);
    }

    static int to(ByteBuffer rows, int row) {
        return number(rows, row + TO);
    }

    static int line(ByteBuffer rows, int row) {
        return number(rows, row + LINE);
    }

    static int file(ByteBuffer rows, int row) {
        return rows.get(row + FILE);
    }

    static String key(ByteBuffer rows, int row) {
        return text(rows, row + KEY, keyLength(rows, row));
    }

    private static int keyLength(ByteBuffer rows, int row) {
        return rows.get(row + KEY_LENGTH) & 0xFF;
    }

    static String value(ByteBuffer rows, int row, int index) {
        int at = row + KEY + keyLength(rows, row);
        for (int i = 0; i < index; i++) {
            at = start(rows, at) + length(rows, at);
        }
        return text(rows, start(rows, at), length(rows, at));
    }

    private static int length(ByteBuffer rows, int at) {
        return rows.get(at) >= 0 ? rows.get(at) : rows.getShort(at) & 0x7FFF;
    }

    private static int start(ByteBuffer rows, int at) {
        return rows.get(at) >= 0 ? at + 1 : at + 2;
    }

    private static String text(ByteBuffer rows, int at, int length) {
        byte[] bytes = new byte[length];
        rows.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** By key, then by first day. */
    static int compare(ByteBuffer rows, int row, ByteBuffer others, int other) {
        int keys = compareKeys(rows, row, others, other);
        return keys != 0 ? keys : Integer.compare(from(rows, row), from(others, other));
    }

    static int compareKeys(ByteBuffer rows, int row, ByteBuffer others, int other) {
        int length = keyLength(rows, row);
        int otherLength = keyLength(others, other);
        for (int i = 0; i < Math.min(length, otherLength); i++) {
            int difference = (rows.get(row + KEY + i) & 0xFF) - (others.get(other + KEY + i) & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return length - otherLength;
    }

    static int compareKey(ByteBuffer rows, int row, byte[] key) {
        int length = keyLength(rows, row);
        for (int i = 0; i < Math.min(length, key.length); i++) {
            int difference = (rows.get(row + KEY + i) & 0xFF) - (key[i] & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return length - key.length;
    }

    static boolean startsWith(ByteBuffer rows, int row, byte[] prefix) {
        if (keyLength(rows, row) < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (rows.get(row + KEY + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** As rows are found by them; null where no row can have such a key. */
    static byte[] key(String... parts) {
        byte[] key = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
        return key.length > LONGEST_KEY ? null : key;
    }
}
