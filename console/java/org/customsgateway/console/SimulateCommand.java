package org.customsgateway.console;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.ScriptFault;
import org.customsgateway.simulate.Simulators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the back-ends at a broker: all it knows is the queue contract. */
@Command(
        name = "simulate",
        description = "Play the back-ends of connectors/back-ends that answer on queues, at a broker.",
        footer = {
            "",
            "Each back-end logs in as the user of its name with the password of an environment variable:",
            "GATEWAY_RISK_PASSWORD for risk, GATEWAY_POST_SECURITY_PASSWORD for post-security. The queues and",
            "messages are described in docs/guides/back-end-queues.md, the script in console/simulate/default.yaml."
        })
final class SimulateCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Option(names = "--broker", paramLabel = "URL", required = true, description = "For example tcp://127.0.0.1:61616.")
    private String broker;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Play only these, so that a real system can take the others' place.")
    private List<String> only = List.of();

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            description = "Extra time for every answer: 200ms, or from-to: 100ms-2s.")
    private String delay = "0ms";

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Who is answered what (default: every declaration is accepted and released).")
    private Path script;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Append one line per declaration seen: back-end, declaration id, version, message id.")
    private Path ledger;

    SimulateCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var all = installed();
        var played = all.only(only);
        if (!only.isEmpty() && played.backEnds().size() < only.size()) {
            throw fault("--only: there are " + all.names());
        }
        try (var lines = ledger == null ? Ledger.none() : Ledger.to(ledger);
                var simulators = Simulators.start(
                        played.logins(broker, SimulateCommand::password),
                        script(all),
                        delay(),
                        lines,
                        Clock.systemUTC())) {
            out.println("simulating " + played.names() + " at " + broker + ", stop with Ctrl-C");
            all.asked().forEach(name -> out.println(name + " is asked over HTTP, and not played"));
            out.flush();
            var stopped = new CountDownLatch(1);
            var last = new AtomicReference<>("");
            var hook = new Thread(stopped::countDown, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            while (!stopped.await(2, TimeUnit.SECONDS)) {
                var now = simulators.received() + " declarations, " + simulators.answered() + " answers";
                if (!now.equals(last.getAndSet(now))) {
                    out.println(now);
                    out.flush();
                }
            }
        }
        return 0;
    }

    private Played installed() {
        var settings = installation.settings();
        try {
            return Played.in(settings.home().resolve(works.setting(settings, "gateway.backends")));
        } catch (IllegalArgumentException e) {
            throw fault(e.getMessage());
        }
    }

    private static String password(String backEnd) {
        var name = backEnd.toUpperCase(Locale.ROOT).replace('-', '_');
        var password = System.getenv("GATEWAY_" + name + "_PASSWORD");
        return password == null ? "" : password;
    }

    private Script script(Played all) throws IOException {
        try {
            return script == null ? Script.releaseAll() : Script.read(script, all.backEnds());
        } catch (ScriptFault e) {
            throw fault(e.getMessage());
        } catch (NoSuchFileException e) {
            throw fault("there is no file " + script);
        }
    }

    private Delay delay() {
        try {
            return Delay.parse(delay);
        } catch (IllegalArgumentException e) {
            throw fault("--delay: " + e.getMessage());
        }
    }

    private ParameterException fault(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
