package org.customsgateway.console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.HandClock;
import org.customsgateway.connector.Agreeable;
import org.customsgateway.connector.FormatBook;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.message.FormatId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityGaugesTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-21T23:59:00Z"));
    private Journal journal;
    private Partners partners;
    private Exposition exposition;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
        for (String id : List.of("post-a", "post-b")) {
            Files.writeString(
                    folder.resolve(id + ".yaml"), "name: P\nkind: post\nformats: [ parcels ]\nwires: { queue: {} }\n");
        }
        var formats = FormatBook.of(Map.of(new FormatId("parcels"), new Agreeable(Set.of(), Set.of())));
        partners = new Partners(folder, formats, (partner, wire, what, name, text) -> {});
        partners.start();
        exposition = new Exposition(registry, List.of(new QualityGauges(journal, partners, registry, clock)));
        count("post-a", "2026-11-21", "*ITEMS", 8);
        count("post-a", "2026-11-21", "*REJECTED", 1);
        count("post-a", "2026-11-21", "*INCOMPLETE", 1);
        count("post-a", "2026-11-21", "*ARRIVING", 4);
        count("post-a", "2026-11-21", "*EARLY", 3);
        for (int rule = 1; rule <= 6; rule++) {
            count("post-a", "2026-11-21", "QD-" + rule, rule);
        }
        count("post-a", "2026-11-20", "*ITEMS", 2);
        count("post-gone", "2026-11-21", "*ITEMS", 99);
    }

    @AfterEach
    void close() throws Exception {
        partners.close();
        journal.close();
    }

    private void count(String partner, String day, String counted, int n) {
        for (int lane = 0; lane < n; lane++) {
            int at = lane;
            journal.write(tx -> tx.update(
                    "INSERT INTO quality (partner, day, counted, lane, n) VALUES (?, ?, ?, ?, 1)",
                    partner,
                    day,
                    counted,
                    at));
        }
    }

    @Test
    void a_partner_of_today_and_yesterday_is_told_and_no_other() {
        assertThat(exposition.text().lines())
                .contains(
                        "gateway_quality_items{day=\"today\",partner=\"post-a\"} 8.0",
                        "gateway_quality_items{day=\"yesterday\",partner=\"post-a\"} 2.0",
                        "gateway_quality_items{day=\"today\",partner=\"post-b\"} 0.0",
                        "gateway_quality_share{day=\"today\",partner=\"post-a\",what=\"complete\"} 0.75",
                        "gateway_quality_share{day=\"today\",partner=\"post-a\",what=\"timely\"} 0.875",
                        "gateway_quality_share{day=\"today\",partner=\"post-a\",what=\"accepted-first-time\"} 0.875",
                        "gateway_quality_share{day=\"today\",partner=\"post-a\",what=\"before-arrival\"} 0.75",
                        "gateway_quality_share{day=\"yesterday\",partner=\"post-a\",what=\"consistent\"} 1.0",
                        "gateway_quality_faults{day=\"today\",partner=\"post-a\",rule=\"QD-6\"} 6.0",
                        "gateway_quality_faults{day=\"today\",partner=\"post-a\",rule=\"QD-2\"} 2.0")
                .noneMatch(line -> line.contains("post-gone") || line.contains("QD-1"))
                .noneMatch(line -> line.startsWith("gateway_quality_share") && line.contains("post-b"));
    }

    @Test
    void at_midnight_today_is_yesterday() {
        exposition.text();
        clock.forward(Duration.ofMinutes(2));
        assertThat(exposition.text().lines())
                .contains(
                        "gateway_quality_items{day=\"yesterday\",partner=\"post-a\"} 8.0",
                        "gateway_quality_items{day=\"today\",partner=\"post-a\"} 0.0")
                .noneMatch(line -> line.contains("_share{day=\"today\""));
    }

    @Test
    void a_journal_that_is_away_says_nothing_old() {
        exposition.text();
        journal.write(tx -> tx.update("DROP TABLE quality"));
        assertThat(exposition.text()).doesNotContain("gateway_quality_");
    }
}
