package org.customsgateway.console.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Looks at what is dear to look at. What took a second is not looked at for twenty: a million replies that wait must not be counted all the time. */
public final class Resting implements Runnable {

    private static final int TIMES = 20;

    private final Runnable look;
    private final Clock clock;
    private Instant next = Instant.MIN;

    public Resting(Runnable look, Clock clock) {
        this.look = look;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant begun = clock.instant();
        if (begun.isBefore(next)) {
            return;
        }
        look.run();
        Instant ended = clock.instant();
        next = ended.plus(Duration.between(begun, ended).multipliedBy(TIMES));
    }
}
