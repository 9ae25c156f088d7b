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
        String https = gateway.httpsPort() == 0 ? "" : ", https port " + gateway.httpsPort();
        String as2 = Stream.of(gateway.as2Port(), gateway.secureAs2Port())
                .filter(port -> port != 0)
                .map(port -> ", as2 port " + port)
                .collect(Collectors.joining());
        String metrics = gateway.metricsPort() == 0 ? "" : ", metrics port " + gateway.metricsPort();
        out.println(
                "ready: sftp port " + gateway.sftpPort() + https + as2 + metrics + ", broker " + gateway.brokerUrl());
        out.flush();
        stopped.await();
        return 0;
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
