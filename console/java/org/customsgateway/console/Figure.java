package org.customsgateway.console;

/**
 * One measured figure of a benchmark.
 *
 * @param baseline the same work done bare, in the same run and unit, or NaN where there is none
 * @param bar what the ratio, or the value where there is no baseline, is held against; NaN for a figure shown for itself
 * @param most whether the bar is the most that is good, otherwise it is the least
 */
public record Figure(String name, double value, String unit, double baseline, double bar, boolean most) {

    public static Figure shown(String name, double value, String unit, double baseline) {
        return new Figure(name, value, unit, baseline, Double.NaN, false);
    }

    public double ratio() {
        return value / baseline;
    }

    public boolean met() {
        var held = Double.isNaN(baseline) ? value : ratio();
        return Double.isNaN(bar) || (most ? held <= bar : held >= bar);
    }
}
