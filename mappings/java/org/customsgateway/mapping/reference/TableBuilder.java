package org.customsgateway.mapping.reference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Packs rows block by block, each in order, then brings all into one order: that keeps the bytes that are compared near each other. */
final class TableBuilder {

    /** More and the number of a block would not fit. */
    private static final int MOST_BLOCKS = 1 << Integer.SIZE - Table.BLOCK_BITS;

    /** Blocks from here on lie outside the heap. */
    private static final int GREAT = 1 << 20;

    private final int blockSize;
    private ByteBuffer open = ByteBuffer.allocate(1 << 12);
    private int[] starts = new int[64];
    private int count;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    /** The last one that is full; null where none is being brought into order. */
    private CompletableFuture<Block> closing;

    TableBuilder() {
        this(1 << Table.BLOCK_BITS);
    }

    /** @param blockSize at most 4 MiB */
    TableBuilder(int blockSize) {
        this.blockSize = blockSize;
    }

    void add(int from, int to, int line, int file, byte[] key, byte[][] values) {
        int size = PackedRows.size(key, values);
        if (open.position() + size > blockSize) {
            close();
        }
        if (open.remaining() < size) {
            int wanted = Math.max(open.capacity() * 2, open.position() + size);
            ByteBuffer greater = ByteBuffer.allocate(Math.max(open.position() + size, Math.min(wanted, blockSize)));
            open = greater.put(open.flip());
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = open.position();
        PackedRows.write(open, from, to, line, file, key, values);
    }

    /** Its rows are brought into order while those of the next one are read. */
    private void close() {
        settle();
        ByteBuffer full = open;
        int[] places = starts;
        int many = count;
        int number = number();
        closing = CompletableFuture.supplyAsync(() -> Block.of(full, places, many, number));
        open = ByteBuffer.allocate(full.capacity());
        starts = new int[places.length];
        count = 0;
    }

    private int number() {
        if (blocks.size() == MOST_BLOCKS) {
            throw new IllegalStateException("there are more rows than one set can have (4 GiB)");
        }
        return blocks.size();
    }

    private void settle() {
        if (closing != null) {
            keep(closing.join());
            closing = null;
        }
    }

    private void keep(Block block) {
        blocks.add(block.bytes());
        rows.add(block.rows());
    }

    /** Rows in order, one behind the other, with their numbers. */
    private record Block(ByteBuffer bytes, int[] rows) {
        static Block of(ByteBuffer written, int[] starts, int count, int number) {
            int end = written.position();
            int[] numbers = new int[count];
            int[] order = Runs.sorted(
                    indices(count), (one, other) -> PackedRows.compare(written, starts[one], written, starts[other]));
            ByteBuffer bytes = end < GREAT ? ByteBuffer.allocate(end) : ByteBuffer.allocateDirect(end);
            for (int i = 0; i < numbers.length; i++) {
                int row = order[i];
                int length = (row + 1 < count ? starts[row + 1] : end) - starts[row];
                numbers[i] = number << Table.BLOCK_BITS | bytes.position();
                bytes.put(written.array(), starts[row], length);
            }
            return new Block(bytes, numbers);
        }
    }

    private static int[] indices(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    Table build() {
        settle();
        if (count > 0) {
            keep(Block.of(open, starts, count, number()));
        }
        ByteBuffer[] all = blocks.toArray(ByteBuffer[]::new);
        int[] joined = new int[rows.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (int[] part : rows) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        rows.clear();
        int[] order = Runs.sorted(
                joined,
                (one, other) -> PackedRows.compare(
                        Table.block(all, one), Table.at(one), Table.block(all, other), Table.at(other)));
        return new Table(all, order);
    }
}
