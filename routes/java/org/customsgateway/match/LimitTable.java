package org.customsgateway.match;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.mapping.CsvTable;

/** {@code limits.csv}: tolerances and limits by country and currency. */
final class LimitTable {

    /** The columns that a rule may name as its limit or tolerance. */
    static final List<String> LIMITS = List.of("amount", "weight", "order", "year");

    /** The columns behind country and currency: days in which goods that come back lessen the year, besides. */
    static final List<String> VALUES =
            Stream.concat(LIMITS.stream(), Stream.of("returned")).toList();

    private static final String[] HEADING =
            Stream.concat(Stream.of("country", "currency"), VALUES.stream()).toArray(String[]::new);

    /** What holds for one country and currency; null where there is no limit. */
    record Row(String country, String currency, Map<String, BigDecimal> values) {

        BigDecimal value(String column) {
            return values.get(column);
        }

        private boolean fits(String ofCountry, String ofCurrency) {
            return (country.equals("*") || country.equals(ofCountry))
                    && (currency.equals("*") || currency.equals(ofCurrency));
        }
    }

    private static final Row NONE = new Row("*", "*", Map.of());

    private final List<Row> rows;

    private LimitTable(List<Row> rows) {
        this.rows = rows;
    }

    Row row(String country, String currency) {
        return rows.stream()
                .filter(row -> row.fits(country, currency))
                .findFirst()
                .orElse(NONE);
    }

    static LimitTable read(String file, String text, Faults faults) {
        return new LimitTable(faults.of(() -> CsvTable.read(file, text, LimitTable::row, HEADING), List.of()));
    }

    private static Row row(CsvTable.Row cells) {
        if (!cells.cell(0).matches("\\*|[A-Z]{2}") || !cells.cell(1).matches("\\*|[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "country and currency are codes of ISO 3166-1 (two letters) and ISO 4217, or *");
        }
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < VALUES.size(); i++) {
            String cell = cells.cell(i + 2);
            if (cell.matches("\\d{1,15}(\\.\\d{1,6})?")) {
                values.put(VALUES.get(i), new BigDecimal(cell));
            } else if (!cell.equals("-")) {
                throw new IllegalArgumentException(VALUES.get(i) + " '" + cell + "' is neither a number nor -");
            }
        }
        return new Row(cells.cell(0), cells.cell(1), values);
    }
}
