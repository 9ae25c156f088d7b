package org.customsgateway.connector.queue;

import org.customsgateway.connector.Rate;

/** How fast a queue may be read: what is beyond waits in it. */
final class Pace {

    static final Pace ANY = new Pace(null, 0);

    private final Rate rate;
    private final int perMinute;

    /** @param perMinute 0 for no limit */
    Pace(Rate rate, int perMinute) {
        this.rate = rate;
        this.perMinute = perMinute;
    }

    /** How many of so many may be taken now. */
    int allowed(int most) {
        return perMinute == 0 ? most : Math.min(most, rate.left(perMinute));
    }

    void taken(int count) {
        for (int i = 0; perMinute > 0 && i < count; i++) {
            rate.take(perMinute);
        }
    }
}
