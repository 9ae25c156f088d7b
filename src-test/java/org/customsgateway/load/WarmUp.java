package org.customsgateway.load;

import java.time.Duration;
import java.util.function.Consumer;

/** Work for a gateway until its compiler has little left to do: a gateway runs for weeks, and is measured as it runs then. */
public record WarmUp(GatewayProcess gateway, Consumer<String> say) {

    private static final int MOST_ROUNDS = 12;
    /** Share of the clock that the compiler is at work. */
    private static final double DONE = 0.05;

    /** Some of the work that is going to be measured. */
    public interface Round {

        /** @return how long it took */
        Duration work() throws Exception;
    }

    /** @param units that each round does, for what is said */
    public void with(int units, Round round) throws Exception {
        double compiling = 1;
        for (int i = 1; i <= MOST_ROUNDS && compiling > DONE; i++) {
            var compiled = gateway.compilerTime();
            double seconds = seconds(round.work());
            compiling = seconds(gateway.compilerTime().minus(compiled)) / seconds;
            say.accept("warming up, round %d: %,.0f a second, the compiler at work for %.0f %% of the time"
                    .formatted(i, units / seconds, 100 * compiling));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
