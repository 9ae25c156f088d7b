package org.customsgateway.mapping;

import java.io.IOException;
import java.util.function.Consumer;
import org.smooks.api.TypedKey;

/**
 * One run of the engine: where its events come from, and what is done with each. A run reads one interchange, with one event per
 * item, or writes one reply.
 */
abstract class EngineRun {

    static final TypedKey<EngineRun> KEY = TypedKey.of();

    private Object current;
    private Exception failure;

    /** Reads the source and hands over one thing after another. */
    abstract void feed(Consumer<Object> events) throws IOException;

    /** What is done with each. */
    abstract void take(Object event) throws Exception;

    /** Called by the reader: the thing that the engine is told of next. */
    final void current(Object event) {
        current = event;
    }

    /** Called by the visitor. */
    final void visit() {
        try {
            take(current);
        } catch (Exception e) {
            failure = e;
            throw new Ended();
        }
    }

    final void failed(Exception e) {
        failure = failure == null ? e : failure;
    }

    /** What ended the run before its end, or null. */
    final Exception failure() {
        return failure;
    }

    /** Brings a failure out of the engine. */
    static final class Ended extends RuntimeException {
        Ended() {
            super("ended", null, false, false);
        }
    }
}
