package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.customsgateway.connector.Delivery;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.journal.Received;
import org.customsgateway.message.Origin;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is too large by its listing. */
class ReceiveTest {

    private static final int HEAD = 64 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private Books books;
    private Receive receive;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder).partner("post-a", "parcels", "limits: { interchange: 1MB }\n");
        receive = new Receive(books.raws, books.journal, books.partners(), new Ids(), Books.COUNTS, books.clock);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void it_is_refused_with_its_first_bytes_kept_and_the_others_not_read() throws IOException {
        var bytes = new ByteArrayInputStream(new byte[2 * MEGABYTE]);

        Received received = receive.receive(bytes, delivery(2 * MEGABYTE));

        Interchange journaled = books.journal.interchanges().find(received.id()).orElseThrow();
        assertThat(journaled.state()).isEqualTo(InterchangeState.REFUSED);
        assertThat(journaled.problems()).extracting(Problem::rule).containsExactly("INTERCHANGE-TOO-LARGE");
        assertThat(journaled.raw().size()).isEqualTo(HEAD);
        assertThat(bytes.available()).isEqualTo(2 * MEGABYTE - HEAD);
        assertThat(books.journal.replies().unreported(9)).hasSize(1);
    }

    @Test
    void it_is_refused_once_however_often_it_is_seen() throws IOException {
        Received first = receive.receive(zeros(), delivery(2 * MEGABYTE));
        Received again = receive.receive(zeros(), delivery(2 * MEGABYTE));

        assertThat(again).isEqualTo(new Received(first.id(), Received.Kind.SAME_DELIVERY, null));
        assertThat(books.journal.replies().unreported(9)).hasSize(1);
    }

    @Test
    void what_is_as_large_as_agreed_is_read_to_its_end() throws IOException {
        Received received = receive.receive(new ByteArrayInputStream(new byte[MEGABYTE]), delivery(MEGABYTE));

        Interchange journaled = books.journal.interchanges().find(received.id()).orElseThrow();
        assertThat(journaled.state()).isEqualTo(InterchangeState.RECEIVED);
        assertThat(journaled.raw().size()).isEqualTo(MEGABYTE);
    }

    private static InputStream zeros() {
        return new ByteArrayInputStream(new byte[2 * MEGABYTE]);
    }

    private static Delivery delivery(long size) {
        return new Delivery(new PartnerId("post-a"), Wire.SFTP, "a.xml", "a.xml|1|" + size, size, Origin.NONE);
    }
}
