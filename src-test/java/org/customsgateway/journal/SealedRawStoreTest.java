package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.customsgateway.message.RawBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedRawStoreTest {

    @TempDir
    private Path data;

    private Path folder;
    private Journal journal;

    private RawStore store(int... keys) throws IOException {
        close();
        folder = data.resolve("raw");
        journal = Journal.open(Database.embedded(data.resolve("journal.db")), Keys.of(keys));
        return RawStore.open(folder, journal);
    }

    @AfterEach
    void close() {
        if (journal != null) {
            journal.close();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(RawStore store, RawBytes raw) throws IOException {
        try (InputStream in = store.open(raw)) {
            return in.readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && !file.endsWith("names-hidden"))
                    .toList();
        }
    }

    /** Around the ends of segments. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_300, 16_384, 16_400, 32_768, 1_000_000})
    void bytes_come_back(int size) throws IOException {
        RawStore store = store(1);
        RawBytes raw = store.put(bytes(size));
        assertThat(raw.size()).isEqualTo(size);
        assertThat(read(store, raw)).isEqualTo(bytes(size));
        assertThat(store.put(bytes(size))).isEqualTo(raw);
        assertThat(files()).hasSize(1);
        assertThat(files().get(0).toString()).doesNotContain(raw.sha256().substring(2));
    }

    @Test
    void what_a_crash_has_left_between_two_looks_at_it_is_back() throws IOException {
        RawBytes kept = store(1).put(bytes(10));
        Path file = files().get(0);
        String name = file.getParent().getFileName().toString() + file.getFileName();
        Files.move(file, folder.resolve("half-written/aside-" + name));
        assertThat(read(store(1), kept)).isEqualTo(bytes(10));
    }

    @Test
    void small_ones_come_back_from_the_journal_and_are_the_same_ones_under_a_new_key_too() throws IOException {
        Kept kept = store(1).take(bytes(500));
        journal.interchanges().receive(Sample.arrival("i-1", kept));
        RawStore rolled = store(2, 1);
        assertThat(read(rolled, kept.raw())).isEqualTo(bytes(500));
        journal.interchanges().receive(Sample.arrival("i-2", rolled.take(bytes(500))));
        assertThat(read(rolled, kept.raw())).isEqualTo(bytes(500));
        assertThat(files()).isEmpty();
    }

    @Test
    void the_same_bytes_are_one_file_under_a_new_key_too() throws IOException {
        RawBytes raw = store(1).put(bytes(50_000));
        RawStore rolled = store(2, 1);
        assertThat(rolled.put(bytes(50_000))).isEqualTo(raw);
        assertThat(files()).hasSize(1);
        rolled.put(bytes(7));
        assertThat(files())
                .anyMatch(file ->
                        file.toString().endsWith("." + Keys.of(2).first().id()));
        assertThat(read(rolled, raw)).isEqualTo(bytes(50_000));
    }

    @Test
    void what_was_changed_cut_off_or_put_in_anothers_place_by_a_stranger_does_not_open() throws IOException {
        RawStore store = store(1);
        RawBytes raw = store.put(bytes(100_000));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);

        byte[] changed = whole.clone();
        changed[70_000] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> read(store, raw)).isInstanceOf(IOException.class);

        // at the very end of a segment
        Files.write(file, Arrays.copyOf(whole, 3 * 16 * 1024));
        assertThatThrownBy(() -> read(store, raw)).isInstanceOf(IOException.class);

        Files.write(file, bytes(100_000));
        assertThatThrownBy(() -> read(store, raw)).isInstanceOf(IOException.class);

        Files.write(file, whole);
        assertThat(read(store, raw)).isEqualTo(bytes(100_000));
    }

    @Test
    void one_byte_too_many_leaves_nothing() throws IOException {
        RawStore store = store(1);
        assertThatThrownBy(() -> store.put(new java.io.ByteArrayInputStream(bytes(1001)), 1000))
                .isInstanceOf(TooLarge.class);
        assertThat(files()).isEmpty();
    }
}
