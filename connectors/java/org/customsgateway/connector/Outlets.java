package org.customsgateway.connector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The way out to a partner: over the wire that its file names for replies. */
public final class Outlets implements Outlet {

    private final Map<WireEnd, Outlet> byWire;

    public Outlets(Map<WireEnd, Outlet> byWire) {
        this.byWire = Map.copyOf(byWire);
    }

    @Override
    public void deliver(Partner partner, String name, Path bytes) throws IOException {
        if (!SafeName.isSafe(name)) {
            throw new IllegalArgumentException("not a name for a reply");
        }
        byWire.get(partner.reply().wire()).deliver(partner, name, bytes);
    }
}
