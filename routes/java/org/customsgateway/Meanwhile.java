package org.customsgateway;

import java.util.concurrent.CompletableFuture;

/** A part that is started while others are. */
interface Meanwhile {

    void start() throws Exception;

    /** @param what it is, for the message when it fails */
    static CompletableFuture<Void> starts(String what, Meanwhile part) {
        return CompletableFuture.runAsync(() -> {
            try {
                part.start();
            } catch (Exception e) {
                throw new IllegalStateException(what + " cannot be started: " + e.getMessage(), e);
            }
        });
    }
}
