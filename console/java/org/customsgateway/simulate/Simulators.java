package org.customsgateway.simulate;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The simulated back-ends of one broker, each with its own connection and thread. They know the queue contract and nothing else. */
public final class Simulators implements AutoCloseable {

    private final List<Simulator> simulators;

    private Simulators(List<Simulator> simulators) {
        this.simulators = simulators;
    }

    /**
     * Starts at once and keeps trying while the broker is away.
     *
     * @param brokers which back-ends to play, and as whom each logs in
     */
    public static Simulators start(
            Map<BackEnd, Broker> brokers, Script script, Delay delay, Ledger ledger, Clock clock) {
        var simulators = brokers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry ->
                        new Simulator(entry.getValue(), new Behaviour(entry.getKey(), script, delay, clock), ledger))
                .toList();
        simulators.forEach(Simulator::start);
        return new Simulators(simulators);
    }

    /** Messages taken and committed, again ones included. */
    public long received() {
        return simulators.stream().mapToLong(Simulator::received).sum();
    }

    /** Answers sent and committed. */
    public long answered() {
        return simulators.stream().mapToLong(Simulator::answered).sum();
    }

    /** Transactions at the broker that took messages. */
    public long commits() {
        return simulators.stream().mapToLong(Simulator::commits).sum();
    }

    @Override
    public void close() {
        simulators.forEach(Simulator::close);
    }
}
