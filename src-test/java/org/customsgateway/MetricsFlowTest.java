package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.customsgateway.connector.Fingerprint;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.Station;
import org.customsgateway.connector.as2.TestKeys;
import org.customsgateway.connector.queue.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway that works tells of itself to who scrapes it. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path GUIDE = Path.of("docs/guides/metrics.md");
    private static final Pattern SERIES = Pattern.compile("\\b(?:gateway|jvm|process|system)_[a-z0-9_]*[a-z0-9]\\b");
    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey OURS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    private static final OwnKey THEIRS = TestKeys.make("post", NOW, Duration.ofDays(40));
    private static final OwnKey THEIR_OLD_ONE =
            TestKeys.make("post", NOW, Duration.ofDays(-1).plusHours(12));

    private Certificate tls;
    private Customs customs;
    private Post post;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        tls = Certificate.in(folder.resolve("tls"));
        var settings = new HashMap<>(Platform.listener(tls, folder));
        String password = settings.get("gateway.https.password");
        settings.put(
                "gateway.as2.store",
                TestKeys.store(folder.resolve("as2.p12"), OURS).toString());
        settings.put("gateway.as2.password", password);
        settings.put("gateway.broker.tls.port", "0");
        settings.put("gateway.broker.tls.host", "127.0.0.1");
        settings.put("gateway.broker.tls.store", tls.pem().toString());
        customs = new Customs(
                folder, "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n", settings);
        Files.writeString(customs.partners().resolve("now.pem"), TestKeys.pem(THEIRS.certificate()));
        Files.writeString(customs.partners().resolve("then.pem"), TestKeys.pem(THEIR_OLD_ONE.certificate()));
        Files.writeString(customs.partners().resolve("post-far.yaml"), """
                name: A post that cannot be reached
                kind: post
                formats: [ upu-itmatt ]
                reply: { wire: sftpClient }
                wires:
                  as2: { id: FAR, ours: CUSTOMS, certificates: [ { certificate: "file:now.pem" }, { certificate: "file:then.pem" } ] }
                  sftpClient: { host: 127.0.0.1, port: %d, user: customs, password: "file:now.pem", hostKeys: ["%s"], inbox: in, outbox: out, poll: 1s }
                """.formatted(
                        Station.freePort(),
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"));
        post = new Post("post-near");
        post.register(customs.partners(), "");
        customs.open();
    }

    @AfterAll
    void close() throws Exception {
        post.close();
        customs.close();
    }

    private Scrape scrape() throws Exception {
        return Scrape.of(customs.metricsPort());
    }

    @Test
    void a_parcel_is_counted_on_its_way_and_nothing_of_it_is_told() throws Exception {
        post.connect(customs.sftpPort());
        post.drop("two.xml", Itmatt.with("AA000000001XX", Itmatt.BAD));
        post.drop("letter.txt", "Dear customs, please find my parcels below.");

        await().atMost(PATIENCE).untilAsserted(this::allIsDone);
        assertThat(scrape().text()).doesNotContain("AA000000001XX", Itmatt.BAD, "Odile", "two.xml", "letter.txt");
    }

    private void allIsDone() throws Exception {
        Scrape scrape = scrape();
        assertThat(scrape.value(
                        "gateway_interchanges_received_total{kind=\"fresh\",partner=\"post-near\",wire=\"sftp\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("gateway_interchanges_refused_total{partner=\"post-near\"}"))
                .isEqualTo(1);
        assertThat(scrape.value(items("received"))).isEqualTo(1);
        assertThat(scrape.value(items("rejected"))).isEqualTo(1);
        assertThat(scrape.value("gateway_decisions_total{backend=\"risk\"}")).isEqualTo(2);
        assertThat(scrape.value("gateway_decisions_total{backend=\"revenue\"}")).isEqualTo(1);
        assertThat(scrape.value("gateway_replies_delivered_total{partner=\"post-near\"}"))
                .isGreaterThanOrEqualTo(2);
        assertThat(scrape.value("gateway_replies_undelivered{partner=\"post-near\"}"))
                .isZero();
        assertThat(scrape.value("gateway_interchanges_unread{partner=\"post-near\"}"))
                .isZero();
        assertThat(scrape.value("gateway_interchanges_unread_oldest_seconds{partner=\"post-near\"}"))
                .isZero();
        assertThat(scrape.value("gateway_declarations_unsent")).isZero();
        assertThat(scrape.value("gateway_journal_up")).isEqualTo(1);
        assertThat(scrape.value(quality("items", "today")) + scrape.value(quality("items", "yesterday")))
                .as("midnight may be between")
                .isEqualTo(2);
    }

    private static String quality(String what, String day) {
        return "gateway_quality_" + what + "{day=\"" + day + "\",partner=\"post-near\"}";
    }

    private static String items(String status) {
        return "gateway_items_total{format=\"upu-itmatt\",partner=\"post-near\",status=\"" + status + "\"}";
    }

    @Test
    void a_server_that_is_out_of_reach_shows() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape scrape = scrape();
            assertThat(scrape.value("gateway_wire_reachable{partner=\"post-far\",wire=\"sftpClient\"}"))
                    .isZero();
            assertThat(scrape.value("gateway_alarms_open{kind=\"UNREACHABLE\"}"))
                    .isEqualTo(1);
        });
    }

    @Test
    void every_certificate_says_for_how_many_days_it_is_good() throws Exception {
        Scrape scrape = scrape();
        assertThat(days(scrape, "gateway", "as2", OURS.certificate())).isBetween(299.9, 300.0);
        assertThat(days(scrape, "post-far", "as2", THEIRS.certificate())).isBetween(39.9, 40.0);
        assertThat(days(scrape, "post-far", "as2", THEIR_OLD_ONE.certificate())).isBetween(-0.6, -0.4);
        var server = (X509Certificate) KeyStore.getInstance(tls.store().toFile(), Certificate.PASSWORD.toCharArray())
                .getCertificate("server");
        assertThat(days(scrape, "gateway", "https-tls", server)).isPositive();
        assertThat(days(scrape, "gateway", "broker-tls", server)).isPositive();
    }

    private static double days(Scrape scrape, String owner, String use, X509Certificate certificate) throws Exception {
        return scrape.value("gateway_certificate_expiry_days{certificate=\"%s\",owner=\"%s\",use=\"%s\"}"
                .formatted(Fingerprint.of(certificate).substring(0, 16), owner, use));
    }

    @Test
    void there_is_nothing_else_to_be_had() throws Exception {
        assertThat(Scrape.asked(customs.metricsPort(), "GET", "/").statusCode()).isEqualTo(404);
        assertThat(Scrape.asked(customs.metricsPort(), "GET", "/metrics/..%2f").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(Scrape.asked(customs.metricsPort(), "POST", "/metrics").statusCode())
                .isEqualTo(405);
        var head = Scrape.asked(customs.metricsPort(), "HEAD", "/metrics");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void the_guide_tells_every_figure_and_the_alerts_ask_for_none_that_there_is_not() throws Exception {
        Set<String> told = series(GUIDE);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> names = scrape().names();
            // those that count begin with the first of what they count
            names.removeIf(name -> !name.startsWith("gateway_"));
            assertThat(told).containsAll(names);
        });
        Set<String> asked = series(Path.of("docs/guides/metrics-alerts.yaml"));
        assertThat(asked).isNotEmpty();
        assertThat(told).containsAll(asked);
        told.removeIf(name -> name.startsWith("gateway_"));
        System.gc(); // it may not have been necessary so far
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scrape().names()).containsAll(told));
    }

    private static Set<String> series(Path file) throws Exception {
        var found = new TreeSet<String>();
        var names = SERIES.matcher(Files.readString(file));
        while (names.find()) {
            found.add(names.group());
        }
        return found;
    }
}
