package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Token;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Shipped;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.match.Seal;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who fetches what it wants to know is sent nothing, and nothing waits to be. */
class FetchingPartnerTest {

    private static final String ALWAYS = "reply: { acknowledge: always }\n";

    @TempDir
    Path folder;

    private Books books;

    @BeforeEach
    void open() throws IOException {
        Token token = Token.of("cgw_fetching", Instant.EPOCH, Duration.ofDays(1));
        books = new Books(folder)
                .partner("sent-to", "un-cuscar-d95b", ALWAYS)
                .partner("fetching", "un-cuscar-d95b", "https: { tokens: [ " + token + " ] }", ALWAYS);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void the_reading_of_what_it_hands_in_is_not_acknowledged() throws IOException {
        assertThat(read("sent-to")).anyMatch(unreported -> unreported.code() == null);
        assertThat(read("fetching")).isEmpty();
    }

    @Test
    void what_is_refused_at_the_door_is_no_reply_either() throws IOException {
        books.refused("i1", "fetching");
        books.refused("i2", "sent-to");
        new ReplyWriter(
                        books.journal,
                        books.raws,
                        Shipped.formats(),
                        books.partners(),
                        new Ids(),
                        new AtOnce(),
                        books.clock)
                .due();
        assertThat(books.replies("i1")).isEmpty();
        assertThat(books.journal.replies().unreported(9)).isEmpty();
        assertThat(books.alarms()).doesNotContain("REPLY-IMPOSSIBLE i1");
    }

    /** What waits to be told of an interchange that was read. */
    private List<Unreported> read(String id) throws IOException {
        Partner partner = books.partners().find(new PartnerId(id)).orElseThrow();
        String text = Files.readString(Path.of("src-test/golden/un-cuscar-d95b/declares-a-minimal-house/input.edi"));
        var kept = books.raws.take(text.getBytes(StandardCharsets.US_ASCII));
        Instant now = books.clock.instant();
        books.journal
                .interchanges()
                .receive(new Arrival(id, partner.id(), Wire.QUEUE, null, id, kept, now, List.<Problem>of(), null));
        Interchange interchange = books.journal
                .interchanges()
                .claim(Books.NODE, 1, now.plusSeconds(60), now)
                .get(0);
        var identify = new Identify(Shipped.formats(), books.raws);
        var handOff = books.handOff(messages -> {});
        var policy = new ItemPolicy(
                books.routing(),
                new LegPolicy(null, null),
                new Knowledge(
                        new Enricher(References.in(folder, null, books.clock)::now),
                        books.journal,
                        new Seal("a key of the test")));
        var match = new MatchLegs(books.journal, null, null, books.partners(), handOff, books.clock);
        new Declare(books.journal, books.raws, policy, handOff, match, Books.NODE, 9, Books.COUNTS, books.clock)
                .items(identify.judge(identify.format(Reading.of(interchange, partner))));
        return books.journal.replies().unreported(9).stream()
                .filter(unreported -> unreported.interchangeId().equals(id))
                .toList();
    }
}
