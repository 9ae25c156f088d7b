package org.customsgateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that stands still until a test moves its hands. */
public final class HandClock extends Clock {

    private volatile Instant now;
    private volatile Duration step = Duration.ZERO;

    public HandClock(Instant now) {
        this.now = now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    public void set(Instant to) {
        now = to;
    }

    /** Whoever looks at it finds it so much later than the one before. */
    public void step(Duration each) {
        step = each;
    }

    @Override
    public Instant instant() {
        now = now.plus(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
