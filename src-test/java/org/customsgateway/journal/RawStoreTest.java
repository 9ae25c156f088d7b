package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.customsgateway.message.RawBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawStoreTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    /** FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path data;

    private Path folder;
    private Journal journal;

    @BeforeEach
    void journal() {
        folder = data.resolve("raw");
        journal = Journal.open(Database.embedded(data.resolve("journal.db")));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void small_bytes_are_kept_with_what_names_them() throws IOException {
        RawStore store = open();
        Kept kept = store.take(ABC);
        assertThat(kept.raw()).isEqualTo(new RawBytes(SHA256_OF_ABC, 3));
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> store.open(kept.raw())).isInstanceOf(NoSuchFileException.class);
        journal.interchanges().receive(Sample.arrival("i-1", kept));
        try (InputStream bytes = open().open(kept.raw())) {
            assertThat(bytes).hasBinaryContent(ABC);
        }
    }

    @Test
    void the_largest_small_ones_and_the_smallest_large_ones_come_back() throws IOException {
        RawStore store = open();
        for (int size : new int[] {0, RawStore.SMALL, RawStore.SMALL + 1}) {
            Kept kept = store.take(endless(size), size);
            assertThat(kept.raw().size()).isEqualTo(size);
            journal.interchanges().receive(Sample.arrival("i-" + size, kept));
            try (InputStream bytes = store.open(kept.raw())) {
                assertThat(bytes.readAllBytes()).hasSize(size);
            }
        }
        assertThat(files()).hasSize(1);
        assertThatThrownBy(() -> store.take(endless(3), 2)).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> store.take(endless(RawStore.SMALL + 1), RawStore.SMALL))
                .isInstanceOf(TooLarge.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void bytes_lie_under_their_hash_and_come_back() throws IOException {
        RawStore store = open();
        RawBytes raw = store.put(ABC);
        assertThat(raw).isEqualTo(new RawBytes(SHA256_OF_ABC, 3));
        assertThat(folder.resolve("ba").resolve(SHA256_OF_ABC.substring(2))).hasBinaryContent(ABC);
        try (InputStream bytes = open().open(raw)) {
            assertThat(bytes).hasBinaryContent(ABC);
        }
    }

    @Test
    void the_same_bytes_are_one_file_also_from_many_threads() throws Exception {
        RawStore store = open();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<RawBytes>> puts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = ("content " + i % 5).getBytes(StandardCharsets.UTF_8);
            puts.add(threads.submit(() -> store.put(bytes)));
        }
        for (Future<RawBytes> put : puts) {
            put.get();
        }
        threads.shutdown();
        assertThat(files()).hasSize(5);
    }

    @Test
    void one_byte_too_many_leaves_nothing() throws IOException {
        RawStore store = open();
        assertThat(store.put(endless(1_000_000), 1_000_000).size()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> store.put(endless(Long.MAX_VALUE), 2_000_000))
                .isInstanceOfSatisfying(
                        TooLarge.class, e -> assertThat(e.limit()).isEqualTo(2_000_000));
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_stream_that_breaks_leaves_nothing() throws IOException {
        RawStore store = open();
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (--left == 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> store.put(broken, 1_000_000)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_crash_has_left_half_written_is_cleared_away() throws IOException {
        RawBytes kept = open().put(ABC);
        Files.write(folder.resolve("half-written/1234"), ABC);
        RawStore again = open();
        assertThat(files()).hasSize(1);
        try (InputStream bytes = again.open(kept)) {
            assertThat(bytes).hasBinaryContent(ABC);
        }
    }

    @Test
    void what_a_crash_has_left_between_two_looks_at_it_is_back() throws IOException {
        RawBytes kept = open().put(ABC);
        Path file = folder.resolve("ba").resolve(SHA256_OF_ABC.substring(2));
        Files.move(file, folder.resolve("half-written/aside-" + SHA256_OF_ABC));
        try (InputStream bytes = open().open(kept)) {
            assertThat(bytes).hasBinaryContent(ABC);
        }
    }

    @Test
    void an_empty_file_is_kept_too() throws IOException {
        assertThat(open().put(new ByteArrayInputStream(new byte[0]), 10).size()).isZero();
        assertThat(files()).hasSize(1);
    }

    private RawStore open() throws IOException {
        return RawStore.open(folder, journal);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream endless(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
    }
}
