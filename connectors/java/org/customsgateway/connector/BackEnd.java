package org.customsgateway.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * A system of customs that declarations are handed over to, as its file in {@code connectors/back-ends} says. The file's keys
 * are in {@code connectors/README.md}.
 *
 * @param name of its file, its queues and its user
 * @param timeout how long it may take to decide; empty: as long as is agreed with the partner
 * @param call how it is reached over HTTP; empty: it reads its queue itself
 */
public record BackEnd(String name, BackEndKind kind, Optional<Duration> timeout, Optional<BackEndCall> call) {

    /** Where declarations for it go. */
    public String queue() {
        return name + ".declarations";
    }

    public boolean answers() {
        return kind != BackEndKind.COPY;
    }
}
