package org.customsgateway.load;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Both simulated back-ends in a process of their own, as {@code ./gateway simulate} starts them. It outlives the gateway. */
public final class BackEndProcess implements AutoCloseable {

    private final Process process;

    private BackEndProcess(Process process) {
        this.process = process;
    }

    /** Once the gateway has run for the first time, which makes up the passwords. */
    public static BackEndProcess start(LoadSite site, List<String> flags, List<String> options) throws IOException {
        var command = new ArrayList<>(Java.command(site.home(), flags));
        command.addAll(List.of("simulate", "--broker", site.brokerUrl()));
        command.addAll(options);
        Path log = site.log().resolveSibling("back-ends.log");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("GATEWAY_RISK_PASSWORD", site.password("risk"));
        builder.environment().put("GATEWAY_REVENUE_PASSWORD", site.password("revenue"));
        return new BackEndProcess(builder.start());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
