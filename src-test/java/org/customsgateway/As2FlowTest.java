package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.as2.Agreement;
import org.customsgateway.connector.as2.Ledger.Standing;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.Station;
import org.customsgateway.connector.as2.TestKeys;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.console.Commands;
import org.customsgateway.journal.As2Message;
import org.customsgateway.journal.As2State;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.message.PartnerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a post's items over AS2: messages in over TLS, replies out, with receipts both ways. */
@Tag("wire")
class As2FlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));
    private static final PartnerId ID = new PartnerId("post-as2");

    @TempDir
    private Path folder;

    private Certificate tls;
    private Customs customs;
    private int port;
    private int securePort;
    private int postPort;

    @BeforeEach
    void open() throws Exception {
        tls = Certificate.in(folder.resolve("tls"));
        port = Station.freePort();
        securePort = Station.freePort();
        postPort = Station.freePort();
        Path password = Files.writeString(folder.resolve("password"), TestKeys.PASSWORD);
        customs = new Customs(
                folder,
                "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n",
                Map.of(
                        "gateway.as2.store",
                        TestKeys.store(folder.resolve("as2.p12"), CUSTOMS).toString(),
                        "gateway.as2.password",
                        "file:" + password,
                        "gateway.as2.host",
                        "127.0.0.1",
                        "gateway.as2.port",
                        String.valueOf(port),
                        "gateway.as2.url",
                        "http://127.0.0.1:" + port + "/as2",
                        "gateway.as2.tls.port",
                        String.valueOf(securePort),
                        "gateway.as2.tls.store",
                        tls.store().toString(),
                        "gateway.as2.tls.password",
                        "file:" + password));
    }

    private void partner(AskedReceipt receipt) throws Exception {
        Files.writeString(customs.partners().resolve("post.pem"), TestKeys.pem(POST.certificate()));
        Files.writeString(customs.partners().resolve(ID + ".yaml"), """
                name: Post over AS2
                kind: post
                formats: [ upu-itmatt, upu-cusitm ]
                reply: { batch: { wait: 100ms }, retry: { first: 200ms, max: 500ms, attempts: 1000 } }
                wires:
                  as2:
                    id: POST
                    ours: CUSTOMS
                    url: http://127.0.0.1:%d/as2
                    certificates: [ { certificate: "file:post.pem" } ]
                    receipt: %s
                    receiptUrl: http://127.0.0.1:%d/as2
                """.formatted(
                        postPort, receipt.name().toLowerCase(java.util.Locale.ROOT), postPort));
    }

    @AfterEach
    void close() throws Exception {
        customs.close();
    }

    private Agreement agreement(AskedReceipt receipt) {
        var agreement = new Agreement("CUSTOMS", "POST", CUSTOMS);
        agreement.url = Optional.of(java.net.URI.create("https://localhost:" + securePort + "/as2"));
        agreement.trust = Optional.of(tls.trusted());
        agreement.receipt = receipt;
        agreement.receiptUrl = Optional.of(java.net.URI.create("http://127.0.0.1:" + port + "/as2"));
        return agreement;
    }

    private void sends(Station post, AskedReceipt receipt, String name, String item) throws Exception {
        var partner = agreement(receipt).partner("customs");
        post.host.added(partner);
        post.host.deliver(partner, Dispatch.of(name, Files.writeString(folder.resolve(name), Itmatt.with(item))));
    }

    private void getsReply(Station post, String item) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(post.door.bytes.values())
                        .anySatisfy(reply -> assertThat(new String(reply, StandardCharsets.UTF_8))
                                .contains(item)));
    }

    private Optional<As2Message> message(String messageId) {
        try (var journal = Journal.open(Database.embedded(folder.resolve("data/journal.db")))) {
            return journal.as2().find(messageId).stream().findFirst();
        }
    }

    /** Also saves it. */
    private String shown(String messageId) {
        var out = new StringWriter();
        int code = Commands.run(
                new Gateway(),
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "as2",
                "show",
                messageId,
                "--data",
                folder.resolve("data").toString(),
                "--save",
                folder.resolve("saved").toString());
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    @Test
    void items_come_in_and_replies_go_out_with_receipts_in_the_answer() throws Exception {
        partner(AskedReceipt.SYNC);
        customs.open();
        try (var post = new Station(folder.resolve("post"), postPort, POST)) {
            sends(post, AskedReceipt.SYNC, "itmatt-1.xml", "AA000000001XX");
            assertThat(post.standing("customs", "<itmatt-1.xml@POST>")).contains(Standing.RECEIPTED);
            getsReply(post, "AA000000001XX");
            // nothing twice
            sends(post, AskedReceipt.SYNC, "itmatt-1.xml", "AA000000001XX");

            var came = message("<itmatt-1.xml@POST>").orElseThrow();
            assertThat(came.state()).isEqualTo(As2State.ANSWERED);
            assertThat(new String(came.receipt(), StandardCharsets.US_ASCII)).contains("<itmatt-1.xml@POST>");
            var reply = post.door.deliveries.get(0);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(message(reply.mark()).orElseThrow().state())
                                    .isEqualTo(As2State.RECEIPTED));
            try (var journal = Journal.open(Database.embedded(folder.resolve("data/journal.db")));
                    var proof =
                            RawStore.beside(folder.resolve("data/raw"), journal).open(came.proof())) {
                assertThat(new String(proof.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .contains("application/pkcs7-signature", "AA000000001XX");
                assertThat(journal.interchanges()
                                .find(came.subject())
                                .orElseThrow()
                                .name())
                        .isEqualTo("itmatt-1.xml");
            }
            assertThat(shown("itmatt-1.xml@POST"))
                    .contains("from post-as2", "ANSWERED", "signed by CN=post", "its MIC is the one above")
                    .contains("Original-Message-ID: <itmatt-1.xml@POST>", "signed by CN=customs")
                    .doesNotContain("does not fit");
            var saved = folder.resolve("saved/received").resolve(ID.value());
            assertThat(saved.resolve("payload")).hasContent(Itmatt.with("AA000000001XX"));
            assertThat(saved.resolve("message.eml")).isNotEmptyFile();
            assertThat(saved.resolve("receipt.eml")).hasBinaryContent(came.receipt());
            assertThat(shown(reply.mark())).contains("to post-as2", "RECEIPTED", "Disposition: automatic-action");
        }
    }

    @Test
    void receipts_may_come_later_both_ways() throws Exception {
        partner(AskedReceipt.ASYNC);
        customs.open();
        try (var post = new Station(folder.resolve("post"), postPort, POST)) {
            sends(post, AskedReceipt.ASYNC, "itmatt-2.xml", "AA000000002XX");
            assertThat(post.standing("customs", "<itmatt-2.xml@POST>")).contains(Standing.RECEIPTED);
            getsReply(post, "AA000000002XX");
            var reply = post.door.deliveries.get(0);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(message("<itmatt-2.xml@POST>").orElseThrow().state()).isEqualTo(As2State.SENT);
                assertThat(message(reply.mark()).orElseThrow().state()).isEqualTo(As2State.RECEIPTED);
            });
        }
    }

    /** The post's server takes the reply and its receipt is lost: the same id comes again, and is taken once. */
    @Test
    void a_reply_goes_out_under_the_same_id_until_its_receipt_comes() throws Exception {
        partner(AskedReceipt.SYNC);
        customs.open();
        try (var post = new Station(folder.resolve("post"), postPort, POST)) {
            post.refuses(true);
            sends(post, AskedReceipt.SYNC, "itmatt-3.xml", "AA000000003XX");
            await().atMost(PATIENCE).until(() -> !post.door.deliveries.isEmpty());
            post.refuses(false);
            getsReply(post, "AA000000003XX");
            var ids = post.door.deliveries.stream()
                    .map(each -> each.mark())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(message(ids.get(0)).orElseThrow().state())
                                    .isEqualTo(As2State.RECEIPTED));
        }
    }

    @Test
    void receipts_that_are_owed_are_sent_after_a_new_start() throws Exception {
        partner(AskedReceipt.SYNC);
        customs.open();
        var agreement = agreement(AskedReceipt.ASYNC);
        agreement.receiptWait = Duration.ofMillis(1);
        try (var post = new Station(folder.resolve("elsewhere"), Station.freePort(), POST)) {
            var partner = agreement.partner("customs");
            post.host.added(partner);
            var file = Files.writeString(folder.resolve("itmatt-4.xml"), Itmatt.with("AA000000004XX"));
            // the partner file says where receipts go, and nobody is there
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> post.host.deliver(partner, Dispatch.of("itmatt-4.xml", file)))
                    .hasMessageContaining("no receipt within");
        }
        assertThat(message("<itmatt-4.xml@POST>").orElseThrow().state()).isEqualTo(As2State.DUE);
        customs.close();
        customs.open();
        try (var post = new Station(folder.resolve("post"), postPort, POST)) {
            post.host.added(agreement.partner("customs"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    message("<itmatt-4.xml@POST>").orElseThrow().state())
                            .isIn(As2State.SENT, As2State.DUE));
            // it waits for none here, so that it does not count; but it came, again and again
            await().atMost(PATIENCE).until(() -> post.alarms.raised.contains("customs refused receipt"));
        }
    }
}
