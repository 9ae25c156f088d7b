package org.customsgateway.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customsgateway.journal.KnownReturn;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;

/** The goods of one declaration, and what has come back of them. What cannot be compared (another unit, no number) is not held against a return. */
final class CameIn {

    /** WCO 145: an article is what its merchant numbers it, else what its HS number says. */
    private static final List<String> ARTICLES = List.of("SK", "HS");

    /** Whose return it is: a later version takes the place of an earlier one. */
    record Whose(PartnerId partner, ItemKey key) {
        static Whose of(KnownReturn known) {
            return new Whose(known.partner(), known.key());
        }
    }

    /**
     * What is wrong with a line of a return.
     *
     * @param strange whether it is no article of the declaration, else there is more of it
     */
    record Fault(GoodsLine line, boolean strange) {}

    private record Measured(String type, String article, String unit) {}

    private final List<GoodsLine> goods;
    private final Map<Whose, List<GoodsLine>> back = new LinkedHashMap<>();
    private int last;

    /** @param last number of the last return of it, 0 where there is none */
    CameIn(List<GoodsLine> goods, int last) {
        this.goods = goods;
        this.last = last;
    }

    int next() {
        return ++last;
    }

    void takes(Whose whose, List<GoodsLine> lines) {
        back.put(whose, lines);
    }

    /** Lines of which more would have come back than came in, or none has come in. */
    List<Fault> faults(Whose whose, List<GoodsLine> lines) {
        Map<Measured, BigDecimal> came = quantities(goods);
        Map<Measured, BigDecimal> gone = quantities(others(whose));
        List<Fault> faults = new ArrayList<>();
        for (GoodsLine line : lines) {
            if (strange(line)) {
                faults.add(new Fault(line, true));
                continue;
            }
            boolean more = false;
            for (Map.Entry<Measured, BigDecimal> one : quantities(List.of(line)).entrySet()) {
                BigDecimal sum = gone.merge(one.getKey(), one.getValue(), BigDecimal::add);
                BigDecimal most = came.get(one.getKey());
                more |= most != null && sum.compareTo(most) > 0;
            }
            if (more) {
                faults.add(new Fault(line, false));
            }
        }
        return faults;
    }

    /** Whether all that has come back would be worth more than what came in, in a currency of both. */
    boolean worthMore(Whose whose, List<GoodsLine> lines) {
        List<GoodsLine> all = others(whose);
        all.addAll(lines);
        Map<String, BigDecimal> came = prices(goods);
        return prices(all).entrySet().stream()
                .anyMatch(
                        sum -> came.containsKey(sum.getKey()) && sum.getValue().compareTo(came.get(sum.getKey())) > 0);
    }

    /** Which part of what came in these are, from 0 to 1, by the prices at which they came in; null where that cannot be said. */
    BigDecimal part(List<GoodsLine> lines) {
        Map<Measured, BigDecimal> came = quantities(goods);
        Map<Measured, BigDecimal> worth = new HashMap<>();
        BigDecimal all = BigDecimal.ZERO;
        for (GoodsLine line : goods) {
            if (line.price() == null) {
                return null;
            }
            all = all.add(line.price());
            quantities(List.of(line))
                    .keySet()
                    .forEach(measured -> worth.merge(measured, line.price(), BigDecimal::add));
        }
        BigDecimal part = BigDecimal.ZERO;
        for (GoodsLine line : lines) {
            for (String type : ARTICLES) {
                var measured = new Measured(type, line.articles().get(type), line.unit());
                if (line.quantity() != null && came.containsKey(measured)) {
                    part = part.add(worth.get(measured)
                            .multiply(line.quantity())
                            .divide(came.get(measured).multiply(all), 12, RoundingMode.HALF_UP));
                    break;
                }
            }
        }
        return part.signum() == 0 ? null : part.min(BigDecimal.ONE);
    }

    private List<GoodsLine> others(Whose whose) {
        List<GoodsLine> others = new ArrayList<>();
        back.forEach((other, lines) -> others.addAll(other.equals(whose) ? List.of() : lines));
        return others;
    }

    /** By the first kind of number that both give. */
    private boolean strange(GoodsLine line) {
        for (String type : ARTICLES) {
            String article = line.articles().get(type);
            List<String> known = goods.stream()
                    .map(one -> one.articles().get(type))
                    .filter(Objects::nonNull)
                    .toList();
            if (article != null && !known.isEmpty()) {
                return !known.contains(article);
            }
        }
        return false;
    }

    private static Map<Measured, BigDecimal> quantities(List<GoodsLine> lines) {
        Map<Measured, BigDecimal> quantities = new HashMap<>();
        for (GoodsLine line : lines) {
            for (String type : ARTICLES) {
                if (line.quantity() != null && line.articles().containsKey(type)) {
                    quantities.merge(
                            new Measured(type, line.articles().get(type), line.unit()),
                            line.quantity(),
                            BigDecimal::add);
                }
            }
        }
        return quantities;
    }

    private static Map<String, BigDecimal> prices(List<GoodsLine> lines) {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (GoodsLine line : lines) {
            if (line.price() != null && !line.currency().isEmpty()) {
                prices.merge(line.currency(), line.price(), BigDecimal::add);
            }
        }
        return prices;
    }
}
