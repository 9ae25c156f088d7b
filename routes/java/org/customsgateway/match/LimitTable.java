package org.customsgateway.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code limits.csv}: tolerances and limits by country and currency. */
final class LimitTable {

    /** The columns behind country and currency. */
    static final List<String> VALUES = List.of("amount", "weight", "order", "year");

    private static final String HEADING = "country,currency," + String.join(",", VALUES);

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
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String line : text.split("\\R")) {
            number++;
            String written = line.strip();
            if (written.isEmpty() || written.startsWith("#")) {
                continue;
            }
            if (!headed) {
                headed = true;
                if (!written.equals(HEADING)) {
                    faults.add(file, number, "the first row must be " + HEADING);
                }
                continue;
            }
            Row row = row(file, number, written.split(",", -1), faults);
            if (row != null) {
                rows.add(row);
            }
        }
        return new LimitTable(List.copyOf(rows));
    }

    private static Row row(String file, int line, String[] cells, Faults faults) {
        if (cells.length != VALUES.size() + 2) {
            faults.add(file, line, cells.length + " cells where the table has " + (VALUES.size() + 2));
            return null;
        }
        if (!cells[0].strip().matches("\\*|[A-Z]{2}") || !cells[1].strip().matches("\\*|[A-Z]{3}")) {
            faults.add(file, line, "country and currency are codes of ISO 3166-1 (two letters) and ISO 4217, or *");
        }
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < VALUES.size(); i++) {
            String cell = cells[i + 2].strip();
            if (cell.matches("\\d{1,15}(\\.\\d{1,6})?")) {
                values.put(VALUES.get(i), new BigDecimal(cell));
            } else if (!cell.equals("-")) {
                faults.add(file, line, VALUES.get(i) + " '" + cell + "' is neither a number nor -");
            }
        }
        return new Row(cells[0].strip(), cells[1].strip(), values);
    }
}
