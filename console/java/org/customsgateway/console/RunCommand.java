package org.customsgateway.console;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a real installation until it is told to stop. */
@Command(
        name = "run",
        description = "Run the gateway from its drawers until it is stopped (Ctrl-C or SIGTERM).",
        footer = {"", "Prints one line that begins with 'ready' when partners and back-ends can connect."})
final class RunCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    RunCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        RunningGateway gateway;
        try (var progress = new Progress(spec.commandLine().getErr(), () -> "starting")) {
            gateway = works.start(installation.settings());
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(gateway, stopped), "stop"));
        out.println(ready(gateway));
        out.flush();
        stopped.await();
        return 0;
    }

    /** Names what is open, and nothing else. */
    static String ready(RunningGateway gateway) {
        return Stream.of(
                        port("sftp", gateway.sftpPort()),
                        port("https", gateway.httpsPort()),
                        port("as2", gateway.as2Port()),
                        port("as2", gateway.secureAs2Port()),
                        port("metrics", gateway.metricsPort()),
                        "broker " + gateway.brokerUrl())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "ready: ", ""));
    }

    private static String port(String listener, int port) {
        return port == 0 ? "" : listener + " port " + port;
    }

    private void close(RunningGateway gateway, CountDownLatch stopped) {
        try {
            gateway.close();
        } catch (Exception e) {
            spec.commandLine().getErr().println("not stopped in good order: " + e.getMessage());
        }
        stopped.countDown();
    }
}
