package org.customsgateway.connector.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Customs with the AS2 listener, two partners, and a stranger who can send what it likes. */
abstract class StrangersSite {

    static final Instant NOW = Instant.now();
    static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, Duration.ofDays(300));
    static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));
    static final OwnKey OTHER = TestKeys.make("other", NOW, Duration.ofDays(300));

    @TempDir
    Path folder;

    Station customs;
    Stranger stranger;

    @BeforeEach
    void open() throws Exception {
        customs = new Station(folder.resolve("customs"), 0, CUSTOMS);
        agree(new Agreement("POST", "CUSTOMS", POST));
        customs.host.added(new Agreement("OTHER", "CUSTOMS", OTHER).partner("other"));
        stranger = new Stranger(customs.url(), folder);
    }

    @AfterEach
    void close() throws Exception {
        stranger.close();
        customs.close();
        assertThat(folder.resolve("customs/spool")).isEmptyDirectory();
    }

    void agree(Agreement agreement) {
        customs.host.added(agreement.partner("post"));
    }

    void nothingCameIn() {
        assertThat(customs.door.deliveries).isEmpty();
        assertThat(customs.ledger.taken).isEmpty();
        assertThat(customs.alarms.raised).anyMatch(each -> each.startsWith("post refused"));
    }
}
