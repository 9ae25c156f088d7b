package org.customsgateway.mapping.reference;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Rows in the order of their keys and first days, packed: some 30 bytes and the cells for a row, so that five millions fit in 300 MB.
 * Great ones lie outside the heap, where no collection of garbage has to move them.
 */
final class Table {

    /** Of a row's number the bits that say where in its block it begins; the others say which block. */
    static final int BLOCK_BITS = 22;

    private final ByteBuffer[] blocks;
    private final int[] rows;

    /** @param rows in order */
    Table(ByteBuffer[] blocks, int[] rows) {
        this.blocks = blocks;
        this.rows = rows;
    }

    static int at(int row) {
        return row & (1 << BLOCK_BITS) - 1;
    }

    static ByteBuffer block(ByteBuffer[] blocks, int row) {
        return blocks[row >>> BLOCK_BITS];
    }

    int size() {
        return rows.length;
    }

    ByteBuffer block(int index) {
        return block(blocks, rows[index]);
    }

    /** Index of the row of this key that holds on this day; -1 where there is none. */
    int find(byte[] key, int day) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = PackedRows.compareKey(block(middle), position(middle), key);
            if (order < 0 || order == 0 && PackedRows.from(block(middle), position(middle)) <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low - 1;
        boolean fits = last >= 0
                && PackedRows.compareKey(block(last), position(last), key) == 0
                && PackedRows.to(block(last), position(last)) >= day;
        return fits ? last : -1;
    }

    /** The rows whose key begins so and that hold on this day, in the order of their keys. */
    void under(byte[] prefix, int day, IntConsumer found) {
        for (int i = first(prefix); i < rows.length && PackedRows.startsWith(block(i), position(i), prefix); i++) {
            if (PackedRows.from(block(i), position(i)) <= day && PackedRows.to(block(i), position(i)) >= day) {
                found.accept(i);
            }
        }
    }

    /** Whether the key of any row begins so. */
    boolean has(byte[] prefix) {
        int index = prefix == null ? rows.length : first(prefix);
        return index < rows.length && PackedRows.startsWith(block(index), position(index), prefix);
    }

    private int first(byte[] prefix) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (PackedRows.compareKey(block(middle), position(middle), prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int position(int index) {
        return at(rows[index]);
    }
}
