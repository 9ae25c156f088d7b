package org.customsgateway.console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customsgateway.HandClock;
import org.customsgateway.connector.FormatBook;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalGaugesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HandClock clock = new HandClock(NOON);
    private Journal journal;
    private Exposition exposition;

    @BeforeEach
    void open(@TempDir Path folder) {
        journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
        var partners = new Partners(folder, FormatBook.of(Map.of()), (partner, wire, what, name, text) -> {});
        exposition = new Exposition(
                registry, List.of(new Resting(new JournalGauges(journal, partners, registry, clock), clock)));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void raise(String subject) {
        journal.alarms().raise("PARKED", subject, "parked", NOON);
    }

    @Test
    void a_journal_that_is_away_says_so_and_says_nothing_old() {
        raise("r1");
        assertThat(exposition.text()).contains("gateway_journal_up 1.0", "gateway_alarms_open{kind=\"PARKED\"} 1.0");
        journal.write(tx -> tx.update("DROP TABLE alarm"));
        assertThat(exposition.text()).contains("gateway_journal_up 0.0").doesNotContain("gateway_alarms_open{");
    }

    @Test
    void what_takes_long_is_not_looked_at_all_the_time() {
        clock.step(Duration.ofSeconds(1));
        raise("r1");
        assertThat(exposition.text()).contains("gateway_alarms_open{kind=\"PARKED\"} 1.0");
        raise("r2");
        assertThat(exposition.text()).contains("gateway_alarms_open{kind=\"PARKED\"} 1.0");
        clock.forward(Duration.ofSeconds(60));
        assertThat(exposition.text()).contains("gateway_alarms_open{kind=\"PARKED\"} 2.0");
    }
}
