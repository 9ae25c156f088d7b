package org.customsgateway.connector;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Keeps alarms for tests, as {@code partner what name}. */
public final class Alarms implements Alarm {

    public final List<String> raised = new CopyOnWriteArrayList<>();

    @Override
    public void raise(PartnerId partner, Wire wire, String what, String name, String text) {
        raised.add((partner + " " + what + " " + name).strip());
    }
}
