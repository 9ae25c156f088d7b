package org.customsgateway.mapping;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Things that are dear to make and serve one thread at a time, such as validators. It grows to the number of threads that use it at once,
 * and, unlike a thread-local, keeps nothing for threads that have gone.
 */
final class Pool<T> {

    private final Queue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T thing = idle.poll();
        return thing == null ? maker.get() : thing;
    }

    /** Gives it back for the next one; what may have been left in disorder is not given back. */
    void give(T thing) {
        idle.add(thing);
    }
}
