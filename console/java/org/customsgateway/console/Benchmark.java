package org.customsgateway.console;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * One benchmark of {@code ./gateway bench}. Those in the test drawer are found by {@link java.util.ServiceLoader}: name the
 * class in {@code src-test/resources/META-INF/services/org.customsgateway.console.Benchmark}.
 */
public interface Benchmark extends Trial {

    /**
     * @param home where the drawers lie
     * @param data an empty folder for this run
     * @param say what goes on now, for a person who waits
     */
    List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception;
}
