package org.customsgateway.bench;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.xml.sax.SAXException;

/**
 * Measures work by processor time of this thread: works take turns, so that all meet the same machine, and the median of the
 * turns counts.
 *
 * @param length of a turn, in processor time
 */
record Turns(Duration length) {

    /** The compiler is not done with this much code before: the figure is that of a gateway at work. */
    private static final int WARM_UP = 15;
    /** It goes on until the compiler has so little to do in a round, but no longer than this. */
    private static final int LONGEST_WARM_UP = 40;

    private static final long LITTLE_MILLIS = 50;

    private static final int TURNS = 9;

    /** Something that is done again and again; what it returns keeps it from being left out. */
    interface Work {
        int run() throws IOException, SAXException;
    }

    /** All of them in turn, so that the code is the same whatever is measured first. */
    void warmUp(Consumer<String> say, Work... works) throws IOException, SAXException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long took = LITTLE_MILLIS;
        int round = 0;
        while (round < WARM_UP || round < LONGEST_WARM_UP && took >= LITTLE_MILLIS) {
            long before = compiler.getTotalCompilationTime();
            for (Work work : works) {
                turn(work);
            }
            took = compiler.getTotalCompilationTime() - before;
            round++;
        }
        say.accept("warmed up in " + round + " rounds");
    }

    /** Microseconds for one run of each, the median of the turns. */
    double[] measure(Work... works) throws IOException, SAXException {
        double[][] took = new double[works.length][TURNS];
        for (int i = 0; i < TURNS; i++) {
            for (int w = 0; w < works.length; w++) {
                took[w][i] = turn(works[w]);
            }
        }
        return Arrays.stream(took).mapToDouble(Turns::median).toArray();
    }

    private static double median(double[] turns) {
        Arrays.sort(turns);
        return turns[TURNS / 2];
    }

    /** Microseconds of processor time for one run. */
    private double turn(Work work) throws IOException, SAXException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        // by processor time: on a busy machine a turn of the clock's time holds too few runs to warm up or to count
        long start = threads.getCurrentThreadCpuTime();
        long end = start + length.toNanos();
        int runs = 0;
        long sum = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            sum += work.run();
            runs++;
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / runs;
    }
}
