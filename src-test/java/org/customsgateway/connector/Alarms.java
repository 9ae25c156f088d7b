package org.customsgateway.connector;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Keeps alarms for tests, as {@code partner what name}. */
public final class Alarms implements Alarm {

    public final List<String> raised = new CopyOnWriteArrayList<>();
    public final List<String> texts = new CopyOnWriteArrayList<>();
    /** As when the journal is away, which alarms are kept in. */
    public volatile BooleanSupplier failing = () -> false;

    @Override
    public void raise(PartnerId partner, Wire wire, String what, String name, String text) {
        if (failing.getAsBoolean()) {
            throw new IllegalStateException("the journal is not there");
        }
        raised.add((partner + " " + what + " " + name).strip());
        texts.add(text);
    }
}
