package org.customsgateway.bench;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.EdifactFile;
import org.customsgateway.load.EdifactKind;
import org.customsgateway.load.LoadSite;

/**
 * One CUSCAR interchange of 10,000 house consignments, in two messages, through the whole way over SFTP while the gateway has 256
 * MB of heap: CUSRES must call every house released.
 */
public final class EdifactMemoryBenchmark implements Benchmark {

    private static final int HOUSES = 10_000;
    private static final int PER_MESSAGE = 5_000;
    private static final int LIMIT_MEGABYTES = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "edifact-memory";
    }

    @Override
    public String about() {
        return "a CUSCAR interchange of 10,000 houses through the whole way with -Xmx256m";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        var file = new EdifactFile(EdifactKind.CUSCAR_D95B, "MEMORY", 1, HOUSES, PER_MESSAGE);
        var counted = new ByteArrayOutputStream();
        file.writeTo(counted);
        var site = LoadSite.make(home, data, LIMIT_MEGABYTES);
        return new MemoryRun("edifact-memory", PATIENCE, say).send(site, file, counted.size() / (double) (1 << 20));
    }
}
