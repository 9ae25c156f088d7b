package org.customsgateway.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.customsgateway.mapping.WcoPositions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchFilesTest {

    private static final Path OURS = Path.of("mappings/_shared/match");
    private static final WcoPositions POSITIONS = WcoPositions.load(Path.of("xsd"));

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String name : new String[] {"rules.yaml", "limits.csv", "join.csv"}) {
            Files.copy(OURS.resolve(name), folder.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules.yaml | check: near | check: close | rules.check 'close' is none of same, near, sum",
                "rules.yaml | severity: hold | severity: keep | rules.severity 'keep' is none of warn, hold, reject",
                "rules.yaml | status: HELD | status: RELEASED | with this severity status is one of",
                "rules.yaml | order.currency | orders.currency | 'orders.currency' is not order.<value>",
                "rules.yaml | within: order, | within: most, | rules.within 'most' is neither a number nor one of these columns of limits.csv",
                "rules.yaml | within: year, | within: returned, | rules.within 'returned' is neither a number nor",
                "rules.yaml | within: order, | '' | check atMost needs within",
                "rules.yaml | check: closed | check: missing | check closed must stand in one rule, not in 0",
                "rules.yaml | unless: | except: | rules.except is not a key of this file",
                "rules.yaml | code: PARTY_MISMATCH, | '' | rules.code is missing",
                "rules.yaml | severity: hold, | severity: [, | not well-formed YAML",
                "limits.csv | 26000 | lots | year 'lots' is neither a number nor -",
                "limits.csv | CN,CNY | China,CNY | country and currency are codes",
                "limits.csv | 5000,26000 | 5000 | 6 cells where the table has",
                "join.csv | first,, | second,, | take is second",
                "join.csv | Declaration/BorderTransportMeans,order | Declaration/BorderTransportMeans,parcel | legs is parcel",
                "join.csv | Declaration/GoodsShipment/Payer | Declaration/GoodsShipment/Prayer | is nothing that",
                "join.csv | 'StatementCode|StatementDescription' | '' | not needs same",
            })
    void every_mistake_is_told_with_file_and_line(String file, String right, String wrong, String text)
            throws IOException {
        String written = Files.readString(folder.resolve(file));
        int at = written.indexOf(right, written.indexOf("\nrules:") + 1);
        String edited = written.substring(0, at) + wrong + written.substring(at + right.length());
        Files.writeString(folder.resolve(file), edited);

        assertThatThrownBy(() -> MatchFiles.open(folder, POSITIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*" + file.replace(".", "\\.") + ":[1-9]\\d*: .*")
                .hasMessageContaining(text == null ? "" : text);
    }

    @Test
    void a_faulty_edit_is_told_once_and_leaves_the_last_good_files_in_use() throws IOException {
        MatchFiles files = MatchFiles.open(folder, POSITIONS);
        Match before = files.current();
        Files.writeString(folder.resolve("limits.csv"), "nonsense");
        assertThatThrownBy(files::look).hasMessageContaining("limits.csv:1: the first row must be");
        assertThat(files.look()).isFalse();
        assertThat(files.current()).isSameAs(before);

        Files.writeString(
                folder.resolve("limits.csv"),
                "country,currency,amount,weight,order,year,returned\n*,*,0.05,10,-,-,-\n");
        assertThat(files.look()).isTrue();
        assertThat(files.current().version()).isNotEqualTo(before.version());
    }

    @Test
    void the_line_of_a_fault_is_that_of_its_key() throws IOException {
        String written = Files.readString(folder.resolve("rules.yaml"));
        Files.writeString(folder.resolve("rules.yaml"), written.replace("check: yearAtMost", "check: never"));
        int line = (int) written.substring(0, written.indexOf("check: yearAtMost, of"))
                .lines()
                .count();

        assertThatThrownBy(() -> MatchFiles.open(folder, POSITIONS))
                .hasMessageContaining("rules.yaml:" + line + ": rules.check 'never'");
    }
}
