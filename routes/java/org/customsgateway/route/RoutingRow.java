package org.customsgateway.route;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.connector.PartnerKind;
import org.customsgateway.mapping.CsvTable;

/**
 * One row of the routing table: whether a back-end sees what fits it. In a cell {@code *} is any, {@code -} is none, {@code |} is or.
 *
 * @param sees {@code no}, {@code all} or the name of a view
 * @param words what the cells of {@link #COLUMNS} allow, in that order; those that allow all are not there
 */
record RoutingRow(
        String backEnd,
        List<Words> words,
        List<Flag> flags,
        Limit limit,
        String sees,
        After after,
        LocalDate from,
        LocalDate to) {

    static final String[] COLUMNS = {
        "backEnd",
        "destination",
        "category",
        "mode",
        "partnerKind",
        "partner",
        "value",
        "flags",
        "sees",
        "after",
        "validFrom",
        "validTo"
    };

    private static final Pattern LIMIT = Pattern.compile("(>|<=) ?([0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})");
    private static final Pattern FLAG = Pattern.compile("(-?)([a-z][A-Za-z]*)(?:=([^=;]+))?");
    private static final Map<String, Pattern> CELLS = Map.of(
            "destination", Pattern.compile("[A-Z]{2}"),
            "category", Pattern.compile("[1-4]"),
            "mode", Pattern.compile("[0-9]"),
            "partnerKind",
                    Pattern.compile(String.join(
                            "|",
                            Arrays.stream(PartnerKind.values()).map(Enum::name).toList())),
            "partner", Pattern.compile("[a-z0-9][a-z0-9-]*"));

    /** What one cell allows. */
    record Words(String column, Set<String> allowed) {
        boolean allow(RoutingFacts facts) {
            String word = switch (column) {
                case "destination" -> facts.consignment().destination();
                case "category" -> facts.properties().getOrDefault("addedCategory", "");
                case "mode" -> facts.consignment().mode();
                case "partnerKind" -> facts.partnerKind();
                default -> facts.partner();
            };
            return allowed.contains(word.isEmpty() ? "-" : word);
        }
    }

    /** A property that is there, that has one of these values, or (not) the opposite. */
    record Flag(boolean not, String property, Set<String> values) {
        boolean fits(RoutingFacts facts) {
            String value = facts.properties().get(property);
            return not != (value != null && (values.isEmpty() || values.contains(value)));
        }
    }

    /** Values in another currency do not fit, whatever they are: a rate is not for this table to choose. */
    record Limit(boolean above, BigDecimal amount, String currency) {
        boolean fits(RoutingFacts facts) {
            return facts.consignment()
                    .value()
                    .filter(value -> value.currency().equals(currency))
                    .filter(value -> value.amount().compareTo(amount) > 0 == above)
                    .isPresent();
        }
    }

    boolean fits(RoutingFacts facts, LocalDate on) {
        return (from == null || !on.isBefore(from))
                && (to == null || !on.isAfter(to))
                && words.stream().allMatch(cell -> cell.allow(facts))
                && flags.stream().allMatch(flag -> flag.fits(facts))
                && (limit == null || limit.fits(facts));
    }

    /** @throws IllegalArgumentException with the cell that is wrong */
    static RoutingRow of(CsvTable.Row row) {
        return new RoutingRow(
                row.cell(0),
                Arrays.stream(COLUMNS, 1, 6)
                        .map(column -> words(column, row))
                        .filter(words -> !words.allowed().contains("*"))
                        .toList(),
                flags(row.cell(7)),
                limit(row.cell(6)),
                row.cell(8),
                After.parse(row.cell(9)),
                day(row.cell(10)),
                day(row.cell(11)));
    }

    private static Words words(String column, CsvTable.Row row) {
        String cell = row.cell(List.of(COLUMNS).indexOf(column));
        Set<String> words = or(cell);
        for (String word : words) {
            if (!word.equals("*")
                    && !word.equals("-")
                    && !CELLS.get(column).matcher(word).matches()) {
                throw new IllegalArgumentException(column + " is " + word);
            }
        }
        return new Words(column, words);
    }

    private static Set<String> or(String cell) {
        return Set.copyOf(Arrays.stream(cell.split("\\|")).map(String::strip).toList());
    }

    private static List<Flag> flags(String cell) {
        return cell.equals("*")
                ? List.of()
                : Arrays.stream(cell.split(";")).map(RoutingRow::flag).toList();
    }

    private static Flag flag(String text) {
        Matcher flag = FLAG.matcher(text.strip());
        if (!flag.matches()) {
            throw new IllegalArgumentException("flags is " + text + ": name, -name, name=value or name=value|value");
        }
        return new Flag(!flag.group(1).isEmpty(), flag.group(2), flag.group(3) == null ? Set.of() : or(flag.group(3)));
    }

    private static Limit limit(String cell) {
        if (cell.equals("*")) {
            return null;
        }
        Matcher limit = LIMIT.matcher(cell);
        if (!limit.matches()) {
            throw new IllegalArgumentException("value is " + cell + ": * or >150 EUR or <=150 EUR");
        }
        return new Limit(limit.group(1).equals(">"), new BigDecimal(limit.group(2)), limit.group(3));
    }

    private static LocalDate day(String cell) {
        try {
            return cell.isEmpty() ? null : LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no day: " + cell, e);
        }
    }
}
