package org.customsgateway.connector.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.As2Sending.Digest;
import org.customsgateway.connector.Dispatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire against itself, over the whole matrix of RFC 4130, 2.4.2 and RFC 5402. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BothEndsTest {

    private static final Instant NOW = Instant.now();
    private static final OwnKey OURS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey THEIRS = TestKeys.make("post", NOW, Duration.ofDays(300));

    private Path folder;
    private Station post;
    private Station customs;
    private int sent;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        folder = data;
        post = new Station(folder.resolve("post"), Station.freePort(), THEIRS);
        customs = new Station(folder.resolve("customs"), Station.freePort(), OURS);
    }

    @AfterAll
    void close() throws Exception {
        post.close();
        customs.close();
    }

    static Stream<Arguments> matrix() {
        List<Arguments> all = new ArrayList<>();
        for (boolean signed : new boolean[] {false, true}) {
            for (boolean encrypted : new boolean[] {false, true}) {
                for (var compression : Compression.values()) {
                    if (compression == Compression.AFTER_SIGNING && !signed) {
                        continue;
                    }
                    for (var receipt : AskedReceipt.values()) {
                        for (boolean receiptSigned : new boolean[] {false, true}) {
                            if (receipt != AskedReceipt.NONE || receiptSigned) {
                                all.add(Arguments.of(signed, encrypted, compression, receipt, receiptSigned));
                            }
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void a_message_arrives_as_it_was_and_is_receipted(
            boolean signed, boolean encrypted, Compression compression, AskedReceipt receipt, boolean receiptSigned)
            throws Exception {
        var ours = new Agreement("POST XA", "CUSTOMS", THEIRS).security(signed, encrypted, compression);
        ours.receiptUrl = Optional.of(post.url());
        customs.host.added(ours.partner("post-xa"));
        var theirs = new Agreement("CUSTOMS", "POST XA", OURS).security(signed, encrypted, compression);
        theirs.url = Optional.of(customs.url());
        theirs.receipt = receipt;
        theirs.receiptSigned = receiptSigned;
        arrives(theirs, "itmatt-" + ++sent + ".xml", "<x>é</x>\n".repeat(20).getBytes("UTF-8"));
    }

    static Stream<Arguments> algorithms() {
        return Stream.of(Cipher.values())
                .flatMap(cipher -> Stream.of(Digest.values()).map(digest -> Arguments.of(cipher, digest)));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void a_message_arrives_with_every_algorithm_large_and_small(Cipher cipher, Digest digest) throws Exception {
        customs.host.added(new Agreement("POST XA", "CUSTOMS", THEIRS).partner("post-xa"));
        var theirs = new Agreement("CUSTOMS", "POST XA", OURS);
        theirs.url = Optional.of(customs.url());
        theirs.cipher = Optional.of(cipher);
        theirs.sign = Optional.of(digest);
        arrives(theirs, "small-" + ++sent + ".bin", new byte[] {'\r', '\n', 0, -1});
        arrives(theirs, "large-" + ++sent + ".bin", new byte[300_000]);
    }

    private void arrives(Agreement theirs, String name, byte[] bytes) throws Exception {
        post.host.added(theirs.partner("customs"));
        Path file = Files.write(folder.resolve(name), bytes);
        post.host.deliver(theirs.partner("customs"), Dispatch.of(name, file));

        assertThat(customs.door.bytes.get(name)).isEqualTo(bytes);
        var delivery = customs.door.deliveries.get(customs.door.deliveries.size() - 1);
        assertThat(delivery.mark()).isEqualTo("<" + name + "@POST-XA>");
        assertThat(delivery.origin().messageId()).isEqualTo(delivery.mark());
        var key = "customs " + delivery.mark();
        assertThat(post.ledger.sent.get(key).standing()).isEqualTo(Ledger.Standing.RECEIPTED);
        assertThat(customs.ledger.taken.get("post-xa " + delivery.mark()).mic())
                .isEqualTo(post.ledger.sent.get(key).mic());
        assertThat(folder.resolve("customs/spool")).isEmptyDirectory();
        assertThat(folder.resolve("post/spool")).isEmptyDirectory();
    }
}
