package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customsgateway.HttpsSite.PATIENCE;
import static org.customsgateway.HttpsSite.fetched;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.journal.DataKeys;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Who a parcel is for stands neither in a log nor, where data is sealed, on the disk. */
@Tag("wire")
class PersonalDataTest {

    /** In every name, address and number that is sent. */
    private static final String MARK = "qyzwv";

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.customsgateway");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String cause =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + "\n" + cause);
        }
    };
    private Level before;

    @BeforeEach
    void listen() {
        before = OURS.getLevel();
        OURS.setLevel(Level.TRACE);
        listener.start();
        ROOT.addAppender(listener);
    }

    @AfterEach
    void stop() {
        ROOT.detachAppender(listener);
        OURS.setLevel(before);
    }

    private static String order(String number) {
        return Order.of(number)
                .replace("Zoë Example", "Qyzwvina Example")
                .replace("Rua do Exemplo 1", "Qyzwv Street 1")
                .replace("tok_5f2c9a7be1d04c33", "tok_qyzwv7be1d04c33");
    }

    @Test
    void what_is_sent_is_neither_logged_nor_to_be_read_on_disk(@TempDir Path folder) throws Exception {
        var certificate = Certificate.in(folder.resolve("tls"));
        var settings = new HashMap<>(Platform.listener(certificate, folder));
        settings.put("gateway.data.key", "file:" + Files.writeString(folder.resolve("data.key"), KEY));
        var customs = new Customs(
                folder, "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n", settings);
        try (var site = new HttpsSite(folder, certificate, customs, ApiContract.read())) {
            customs.open();
            var platform = site.platform("platform-one");
            platform.posts(order("QYZWV-1"));
            // faults of the sender, told at once and later; a second version; a broken one
            platform.posts(Order.of("QYZWV-2", "Qyzwv"));
            platform.posts(order("QYZWV-3").replace("\"PT\"}}", "\"Qyzwvland\"}}"), "Prefer", "respond-async");
            platform.posts(order("QYZWV-4").replace("\"unit\"", "\"qyzwv\""), "Prefer", "respond-async");
            platform.posts("{\"orderNo\": \"QYZWV-5\", Qyzwvina", "Prefer", "respond-async");
            await().atMost(PATIENCE).until(() -> fetched(platform).contains("QYZWV-1 RELEASED"));
            platform.posts(order("QYZWV-1").replace("Lisboa", "Qyzwv City"));
            await().atMost(PATIENCE)
                    .until(() -> fetched(platform).stream()
                                    .filter("QYZWV-1 RELEASED"::equals)
                                    .count()
                            == 2);
            assertThat(fetched(platform)).contains("QYZWV-4 REJECTED");
        }
        assertThat(logged).anyMatch(line -> line.contains("partner platform-one"));
        assertThat(logged)
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains(MARK));
        assertThat(filesWithMark(folder.resolve("data"))).isEmpty();
        // and it was there
        try (Journal journal =
                Journal.beside(Database.embedded(folder.resolve("data/journal.db")), DataKeys.parse(KEY))) {
            assertThat(journal.items().search("QYZWV-1", 9)).hasSize(2);
            assertThat(journal.access().find("", "partner platform-one", 9)).isNotEmpty();
            assertThat(journal.access().check().broken()).isZero();
        }
    }

    /** But for the broker's, which the guide speaks of. */
    private static List<Path> filesWithMark(Path data) throws Exception {
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> all = files.filter(file -> Files.isRegularFile(file) && !file.startsWith(data.resolve("broker")))
                    .toList();
            assertThat(all)
                    .anyMatch(file -> file.endsWith("journal.db"))
                    .anyMatch(file -> file.toString().contains("raw"));
            return all.stream().filter(PersonalDataTest::hasMark).toList();
        }
    }

    private static boolean hasMark(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(MARK);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
