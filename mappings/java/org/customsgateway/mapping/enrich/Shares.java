package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares an amount of the whole out among goods items, so that the shares are whole minor units and make up the amount exactly. */
final class Shares {

    private Shares() {}

    /**
     * Each gets what is due to it by its value, rounded down, and what is left goes to those that lost most by it, the first ones first.
     *
     * @param amount not negative; of no more decimals than digits
     * @param values none negative; where all are zero, all are alike
     * @return as many as there are values
     */
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> values, int digits) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> weights = sum.signum() > 0
                ? values
                : values.stream().map(value -> BigDecimal.ONE).toList();
        BigDecimal whole = sum.signum() > 0 ? sum : BigDecimal.valueOf(values.size());
        BigDecimal unit = new BigDecimal(BigInteger.ONE, digits);
        List<BigDecimal> shares = new ArrayList<>();
        List<BigDecimal> lost = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal exact = amount.multiply(weight);
            BigDecimal share = exact.divide(whole, digits, RoundingMode.DOWN);
            shares.add(share);
            lost.add(exact.subtract(share.multiply(whole)));
        }
        BigDecimal left = amount.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> lost.get(place)).reversed())
                .limit(left.divide(unit, 0, RoundingMode.DOWN).longValue())
                .forEach(place -> shares.set(place, shares.get(place).add(unit)));
        return shares;
    }
}
