package org.customsgateway.connector;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.Purpose;

/** How long what belongs to a partner is kept, by purpose; one that is not named is kept for ever. */
public record KeepPolicy(Map<Purpose, Duration> times) {

    public static final KeepPolicy FOREVER = new KeepPolicy(Map.of());

    public KeepPolicy {
        times = Map.copyOf(times);
    }

    public Optional<Duration> of(Purpose purpose) {
        return Optional.ofNullable(times.get(purpose));
    }

    /** With the times of another where this one names none. */
    public KeepPolicy orElse(KeepPolicy other) {
        Map<Purpose, Duration> all = new EnumMap<>(Purpose.class);
        all.putAll(other.times);
        all.putAll(times);
        return new KeepPolicy(all);
    }

    static KeepPolicy read(Section keep) {
        Map<Purpose, Duration> times = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            keep.optional(purpose.word(), Values::days).ifPresent(time -> times.put(purpose, time));
        }
        keep.end();
        return new KeepPolicy(times);
    }
}
