package org.customsgateway.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The gateway in a process of its own, as {@code ./gateway run} starts it, on drawers and ports that outlive it. */
public final class GatewayProcess implements AutoCloseable {

    private static final String COMPILED = "java.ci.totalTime";
    private static final String TICKS = "sun.os.hrt.frequency";
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private boolean ready;

    private GatewayProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and returns when it says that it is ready.
     *
     * @param flags of the Java machine, beside those of the launcher
     */
    public static GatewayProcess start(LoadSite site, List<String> flags) throws IOException {
        var gateway = launchWith(site, flags);
        gateway.awaitReady();
        return gateway;
    }

    /** As people start it, by the launcher. */
    public static GatewayProcess byLauncher(LoadSite site) throws IOException {
        var gateway = launch(
                site, List.of(site.home().resolve("gateway").toAbsolutePath().toString()));
        gateway.awaitReady();
        return gateway;
    }

    /** Without waiting for anything. */
    public static GatewayProcess launchWith(LoadSite site, List<String> flags) throws IOException {
        return launch(site, Java.command(site.home(), flags));
    }

    private static GatewayProcess launch(LoadSite site, List<String> java) throws IOException {
        var command = new ArrayList<>(java);
        command.addAll(List.of(
                "run",
                "--home",
                site.home().toAbsolutePath().toString(),
                "--data",
                site.data().toString(),
                "--set",
                "gateway.partners=" + site.partners(),
                "--set",
                "gateway.sftp.port=" + site.sftpPort(),
                "--set",
                "gateway.broker.port=" + site.brokerPort(),
                "--set",
                "gateway.metrics.port=0"));
        var process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(site.log().toFile()))
                .start();
        return new GatewayProcess(process, site.log());
    }

    /** @throws IOException when it has ended instead, with what it said */
    public void awaitReady() throws IOException {
        if (ready) {
            return;
        }
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready")) {
                ready = true;
                return;
            }
        }
        throw new IOException("the gateway has not started:\n" + Files.readString(log));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it gets no chance to do anything more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Time of all processors that it has used so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How long its compiler has been at work so far, by the clock; zero where that cannot be asked. */
    public Duration compilerTime() throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, Long.toString(pid()), "PerfCounter.print").start();
        try (var lines = asked.inputReader(StandardCharsets.UTF_8)) {
            Map<String, Long> counters = lines.lines()
                    .filter(line -> line.startsWith(COMPILED) || line.startsWith(TICKS))
                    .map(line -> line.split("="))
                    .collect(Collectors.toMap(line -> line[0], line -> Long.parseLong(line[1])));
            double seconds = counters.getOrDefault(COMPILED, 0L) / (double) counters.getOrDefault(TICKS, 1L);
            return Duration.ofMillis(Math.round(1000 * seconds));
        }
    }

    /** Most memory that it ever had in RAM, in bytes (Linux), or -1. */
    public long peakResidentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException notLinux) {
            // then nobody knows
        }
        return -1;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }
}
