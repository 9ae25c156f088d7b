package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void journal() throws IOException {
        Files.createDirectories(home.resolve("mappings"));
        Files.createDirectories(home.resolve("data"));
        try (Journal journal = open()) {
            count(journal, "post-xa", "2026-11-20", "*ITEMS", 3);
            count(journal, "post-xa", "2026-11-20", "*INCOMPLETE", 1);
            count(journal, "post-xa", "2026-11-20", "QD-HS", 1);
            count(journal, "post-xa", "2026-11-20", "QD-<b>", 2);
            count(journal, "post-xb", "2026-11-21", "*ITEMS", 1);
            count(journal, "post-xb", "2026-11-21", "*ARRIVING", 1);
        }
    }

    private Journal open() {
        return Journal.open(Database.embedded(home.resolve("data/journal.db")));
    }

    private static void count(Journal journal, String partner, String day, String what, int n) {
        journal.write(tx -> tx.update(
                "INSERT INTO quality (partner, day, counted, lane, n) VALUES (?, ?, ?, 0, ?)", partner, day, what, n));
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("report", "quality", "--home", home.toString()));
        args.addAll(List.of(more));
        var works = new NoWorks() {
            @Override
            public Journal journal(Settings settings) {
                return open();
            }
        };
        return Commands.run(works, new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    }

    @Test
    void shows_each_partner_and_day() {
        assertThat(run("--from", "2026-11-20", "--to", "2026-11-21")).isZero();
        assertThat(out.toString().lines())
                .hasSize(3)
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "post-xa +2026-11-20 +3 +0 +100.0% +66.7% +100.0% +100.0% +100.0% +-  QD-<b> 2; QD-HS 1"))
                .anySatisfy(line -> assertThat(line)
                        .matches("post-xb +2026-11-21 +1 +0 +100.0% +100.0% +100.0% +100.0% +100.0% +0.0%"));
    }

    @Test
    void one_partner_alone_as_table_and_as_page() throws IOException {
        Path csv = home.resolve("q.csv");
        Path html = home.resolve("q.html");
        assertThat(run(
                        "--from",
                        "2026-11-01",
                        "--to",
                        "2026-11-30",
                        "--partner",
                        "post-xa",
                        "--csv",
                        csv.toString(),
                        "--html",
                        html.toString()))
                .isZero();
        assertThat(Files.readAllLines(csv))
                .containsExactly(
                        "partner,day,items,rejected,accepted first time,complete,timely,accurate,consistent,before arrival,top faults",
                        "post-xa,2026-11-20,3,0,100.0,66.7,100.0,100.0,100.0,-,QD-<b> 2; QD-HS 1");
        assertThat(Files.readString(html))
                .contains("<title>Data quality from 2026-11-01 to 2026-11-30</title>")
                .contains("<td>post-xa</td><td>2026-11-20</td><td>3</td>")
                .contains("QD-&lt;b&gt; 2")
                .doesNotContain("post-xb");
    }

    @Test
    void says_that_there_is_nothing_and_what_is_wrong_with_the_days() {
        assertThat(run("--from", "2025-01-01", "--to", "2025-01-02")).isZero();
        assertThat(out.toString()).contains("nothing was counted from 2025-01-01 to 2025-01-02");
        assertThat(run("--from", "2026-11-22", "--to", "2026-11-21")).isEqualTo(2);
        assertThat(run("--from", "yesterday")).isEqualTo(2);
    }
}
