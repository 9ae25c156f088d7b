package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The profile has every position that the tables of the real schemas list, with the same WCO id. */
class WcoCoverageTest {

    private static final WcoPositions POSITIONS = WcoPositions.load(Path.of("xsd"));

    @Test
    void everyPositionOfTheDeclarationIsThere() throws IOException {
        Hmrc.needed();
        assertThat(rows("wco_dec_dms_v3_elements.csv")).hasSize(460);
        assertThat(missing("wco_dec_dms_v3_elements.csv")).isEmpty();
    }

    @Test
    void everyPositionOfTheResponseIsThere() throws IOException {
        Hmrc.needed();
        assertThat(rows("wco_res_dms_v3_elements.csv")).hasSize(74);
        assertThat(missing("wco_res_dms_v3_elements.csv")).isEmpty();
    }

    @Test
    void wcoIdsTellClassesFromElements() {
        assertThat(POSITIONS.all())
                .allSatisfy(position -> assertThat(position.wcoId())
                        .as(position.path())
                        .matches(position.path().endsWith("/DateTimeString") ? "" : "\\d\\d[A-Z]|\\d{3}|[A-Z]\\d{3}|"));
    }

    private static List<String> rows(String table) throws IOException {
        return Hmrc.table(table).stream().skip(1).toList();
    }

    /** Columns: path, depth, WCO id. */
    private static List<String> missing(String table) throws IOException {
        return rows(table).stream()
                .map(row -> row.split(",", 4))
                .filter(row -> !row[2].isEmpty()
                        ? !POSITIONS.wcoId(row[0]).equals(row[2])
                        : POSITIONS.at(row[0]).isEmpty())
                .map(row -> row[0] + " " + row[2] + ", here " + POSITIONS.at(row[0]))
                .toList();
    }
}
