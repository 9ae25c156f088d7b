package org.customsgateway.match;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.StatusCode;

/**
 * One row of {@code rules.yaml}.
 *
 * @param origin file and line
 */
record Rule(
        String rule,
        Operator operator,
        List<ValueName> of,
        List<ValueName> minus,
        Within within,
        List<ValueName> unless,
        Action action,
        StatusCode status,
        String code,
        String text,
        String origin) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Whether these legs break it. What cannot be told, because a value or a limit is not given, does not.
     *
     * @param yearSum of the person's other orders
     */
    boolean broken(Map<LegKind, Map<String, String>> legs, LimitTable.Row limits, BigDecimal yearSum) {
        if (!operator.compares() || unless.stream().anyMatch(value -> yes(value.in(legs)))) {
            return false;
        }
        return switch (operator) {
            case SAME ->
                of.stream()
                                .map(value -> value.in(legs))
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .count()
                        > 1;
            case NEAR -> apart(number(of.get(0), legs), number(of.get(1), legs), within.in(limits));
            case SUM -> apart(number(of.get(0), legs), sum(legs), within.in(limits));
            case AT_MOST -> above(number(of.get(0), legs), within.in(limits));
            case YEAR_AT_MOST -> person(legs) && above(plus(number(of.get(0), legs), yearSum), within.in(limits));
            default -> false;
        };
    }

    private boolean apart(BigDecimal one, BigDecimal other, BigDecimal tolerance) {
        if (one == null || other == null || tolerance == null) {
            return false;
        }
        BigDecimal difference = one.subtract(other).abs();
        return within.percent()
                ? difference.multiply(HUNDRED).compareTo(one.max(other).multiply(tolerance)) > 0
                : difference.compareTo(tolerance) > 0;
    }

    private static boolean above(BigDecimal one, BigDecimal limit) {
        return one != null && limit != null && one.compareTo(limit) > 0;
    }

    private BigDecimal sum(Map<LegKind, Map<String, String>> legs) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (ValueName value : of.subList(1, of.size())) {
            BigDecimal part = number(value, legs);
            any |= part != null;
            sum = plus(sum, part);
        }
        for (ValueName value : minus) {
            BigDecimal part = number(value, legs);
            sum = part == null ? sum : sum.subtract(part);
        }
        return any ? sum : null;
    }

    private static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one : one.add(other);
    }

    private static boolean person(Map<LegKind, Map<String, String>> legs) {
        return !legs.getOrDefault(LegKind.ORDER, Map.of())
                .getOrDefault("person", "")
                .isEmpty();
    }

    private static boolean yes(String text) {
        return !text.isEmpty() && !text.equals("false");
    }

    /** Null where it is not given or is none. */
    private static BigDecimal number(ValueName value, Map<LegKind, Map<String, String>> legs) {
        String text = value.in(legs);
        return text.matches("-?\\d{1,30}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
    }

    /** Whether a leg of this kind is among what it compares. */
    boolean concerns(LegKind kind) {
        return of.isEmpty() || of.stream().anyMatch(value -> value.leg() == kind);
    }
}
