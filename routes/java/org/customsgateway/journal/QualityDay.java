package org.customsgateway.journal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.customsgateway.message.PartnerId;

/**
 * How good the data was that a partner sent on one day (UTC).
 *
 * @param counts by {@link Tally}; what was never counted is not there
 * @param faults how many items broke each rule
 */
public record QualityDay(PartnerId partner, LocalDate day, Map<Tally, Long> counts, Map<String, Long> faults) {

    public QualityDay {
        counts = Map.copyOf(counts);
        faults = Map.copyOf(faults);
    }

    public long count(Tally what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Of all items the share, from 0 to 1, that were declared as they came, and not in place of an earlier one. */
    public double acceptedFirstTime() {
        return share(count(Tally.AMENDED));
    }

    public double complete() {
        return share(count(Tally.INCOMPLETE));
    }

    public double timely() {
        return share(count(Tally.UNTIMELY));
    }

    public double accurate() {
        return share(count(Tally.INACCURATE));
    }

    public double consistent() {
        return share(count(Tally.INCONSISTENT));
    }

    /** Of the items that say when they arrive; empty where none does. */
    public OptionalDouble beforeArrival() {
        long arriving = count(Tally.ARRIVING);
        return arriving == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count(Tally.EARLY) / arriving);
    }

    /** The rules that were broken most, and by how many items. */
    public List<Map.Entry<String, Long>> topFaults(int most) {
        return faults.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
    }

    /** Of what was rejected nothing is good. */
    private double share(long bad) {
        long items = count(Tally.ITEMS);
        return items == 0 ? 0 : (double) (items - count(Tally.REJECTED) - bad) / items;
    }
}
