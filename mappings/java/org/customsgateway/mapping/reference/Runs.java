package org.customsgateway.mapping.reference;

import java.util.Arrays;

/** Sorts numbers that stand for rows, by merging stretches that are in order already: what comes in order costs one look at each. */
final class Runs {

    /** Which of two rows comes first. */
    interface Order {
        int compare(int one, int other);
    }

    private Runs() {}

    /** @return the same numbers in order; equal ones stay as they stood */
    static int[] sorted(int[] numbers, Order order) {
        if (numbers.length == 0) {
            return numbers;
        }
        int[] bounds = new int[numbers.length + 1];
        int runs = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (order.compare(numbers[i - 1], numbers[i]) > 0) {
                bounds[++runs] = i;
            }
        }
        bounds[++runs] = numbers.length;
        return merged(numbers, Arrays.copyOf(bounds, runs + 1), order);
    }

    private static int[] merged(int[] numbers, int[] bounds, Order order) {
        int[] from = numbers;
        int[] to = bounds.length > 2 ? new int[numbers.length] : null;
        int[] ends = bounds;
        while (ends.length > 2) {
            int[] next = new int[ends.length / 2 + 1];
            for (int run = 0; run < next.length - 1; run++) {
                int middle = ends[2 * run + 1];
                int end = 2 * run + 2 < ends.length ? ends[2 * run + 2] : middle;
                merge(from, ends[2 * run], middle, end, to, order);
                next[run + 1] = end;
            }
            int[] free = from;
            from = to;
            to = free;
            ends = next;
        }
        return from;
    }

    private static void merge(int[] from, int start, int middle, int end, int[] to, Order order) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || left < middle && order.compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
