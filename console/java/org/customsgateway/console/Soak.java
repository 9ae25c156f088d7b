package org.customsgateway.console;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One long test of {@code ./gateway soak}, found as a {@link Benchmark} is. */
public interface Soak extends Trial {

    /**
     * @param rounds how long: how often the gateway is killed, for example
     * @param data an empty folder for this run
     * @return what was lost or doubled, one line each; empty when nothing was
     */
    List<String> run(int rounds, Path home, Path data, Consumer<String> say) throws Exception;
}
