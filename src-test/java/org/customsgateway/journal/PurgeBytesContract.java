package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.journal.Sample.FORMAT;
import static org.customsgateway.journal.Sample.NODE;
import static org.customsgateway.journal.Sample.NOON;
import static org.customsgateway.journal.Sample.OTHER;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.after;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes go with the last row that names them. */
interface PurgeBytesContract {

    /** Files are as old as the test. */
    Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void a_file_goes_when_the_last_row_that_names_it_is_gone(@TempDir Path folder) throws IOException {
        try (Journal journal = open()) {
            RawStore raws = RawStore.open(folder, journal);
            byte[] bytes = {1, 2, 3};
            goes(journal, raws, new Kept(raws.put(bytes), null), () -> {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
                    }
                }
                raws.put(bytes);
            });
        }
    }

    @Test
    default void small_bytes_go_when_the_last_row_that_names_them_is_gone(@TempDir Path folder) throws IOException {
        try (Journal journal = open()) {
            RawStore raws = RawStore.open(folder, journal);
            Kept small = raws.take(new byte[] {1, 2, 3});
            goes(
                    journal,
                    raws,
                    small,
                    () -> journal.write(tx -> {
                        small.in(tx, after(1));
                        return null;
                    }));
        }
    }

    /** Something that may fail. */
    interface Again {
        void comes() throws IOException;
    }

    private static void goes(Journal journal, RawStore raws, Kept kept, Again again) throws IOException {
        RawBytes bytes = kept.raw();
        for (PartnerId partner : List.of(SWIFT, OTHER)) {
            String id = "of " + partner;
            journal.interchanges().receive(new Arrival(id, partner, Wire.SFTP, id, "", kept, NOON, List.of(), null));
            journal.interchanges().claim(NODE, 9, after(60), NOON);
            journal.interchanges()
                    .reading(id, NODE, FORMAT, "v7", new Interchanges.Heard("", Map.of(), List.of()), false);
            journal.interchanges().finish(id, NODE, 0, NOON);
        }
        PurgeContract.purge(journal, PurgeContract.rule(Purpose.RAW, 1));
        assertThat(journal.interchanges().find("of " + SWIFT)).isPresent();
        assertThat(journal.purging().sweep(raws, LATER)).isZero();
        raws.open(bytes).close();

        PurgeContract.purge(journal, new PurgeRule(OTHER, Purpose.RAW, after(1)));
        // it came again just now: its row may be on its way
        again.comes();
        assertThat(journal.purging().sweep(raws, NOON)).isZero();
        raws.open(bytes).close();

        assertThat(journal.purging().sweep(raws, LATER)).isEqualTo(1);
        assertThatThrownBy(() -> raws.open(bytes)).isInstanceOf(NoSuchFileException.class);
        assertThat(journal.purging().sweep(raws, LATER)).isZero();
    }

    @Test
    default void a_message_whose_receipt_is_owed_keeps_its_proof() throws Exception {
        try (Journal journal = open()) {
            for (As2State state : As2State.values()) {
                journal.as2()
                        .put(
                                new As2Message(
                                        SWIFT,
                                        true,
                                        "<" + state + ">",
                                        "s",
                                        "m",
                                        Sample.raw("p"),
                                        NOON,
                                        new byte[] {1},
                                        state,
                                        "",
                                        0),
                                null);
            }
            Purged purged = PurgeContract.purge(journal, PurgeContract.rule(Purpose.PROOFS, 1));
            assertThat(purged)
                    .returns(4L, Purged::removed)
                    .returns(3L, Purged::held)
                    .returns(0L, Purged::remaining)
                    .returns(PurgeContract.digest("<ANSWERED>", "<RECEIPTED>", "<REFUSED>", "<SENT>"), Purged::digest);
            assertThat(journal.as2().find(SWIFT, true, "<AWAITED>")).isPresent();
            assertThat(journal.as2().find(SWIFT, true, "<SENT>")).isEmpty();
        }
    }
}
