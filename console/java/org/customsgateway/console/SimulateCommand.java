package org.customsgateway.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.ScriptFault;
import org.customsgateway.simulate.Simulators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the back-ends at a broker: all it knows is the queue contract. */
@Command(
        name = "simulate",
        description = "Play the risk and the revenue back-end (both unless one is named) at a broker.",
        footer = {
            "",
            "Each back-end logs in as the user 'risk' or 'revenue' with the password of the environment",
            "variable GATEWAY_RISK_PASSWORD or GATEWAY_REVENUE_PASSWORD. The queues and messages are",
            "described in docs/guides/back-end-queues.md, the script in console/simulate/default.yaml."
        })
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--broker", paramLabel = "URL", required = true, description = "For example tcp://127.0.0.1:61616.")
    private String broker;

    @Option(names = "--risk", description = "Play risk.")
    private boolean risk;

    @Option(names = "--revenue", description = "Play revenue.")
    private boolean revenue;

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

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        try (var lines = ledger == null ? Ledger.none() : Ledger.to(ledger);
                var simulators = Simulators.start(brokers(), script(), delay(), lines, Clock.systemUTC())) {
            out.println("simulating " + String.join(" and ", names()) + " at " + broker + ", stop with Ctrl-C");
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

    private Iterable<String> names() {
        return brokers().keySet().stream().map(BackEnd::id)::iterator;
    }

    private Map<BackEnd, Broker> brokers() {
        var both = risk == revenue;
        var brokers = new EnumMap<BackEnd, Broker>(BackEnd.class);
        for (var backEnd : BackEnd.values()) {
            if (both || backEnd == BackEnd.RISK && risk || backEnd == BackEnd.REVENUE && revenue) {
                var password = System.getenv("GATEWAY_" + backEnd + "_PASSWORD");
                brokers.put(backEnd, new Broker(broker, backEnd.id(), password == null ? "" : password));
            }
        }
        return brokers;
    }

    private Script script() throws java.io.IOException {
        try {
            return script == null ? Script.releaseAll() : Script.read(script);
        } catch (ScriptFault e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "there is no file " + script);
        }
    }

    private Delay delay() {
        try {
            return Delay.parse(delay);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--delay: " + e.getMessage());
        }
    }
}
