package org.customsgateway.connector;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The way out to a partner: over the wire that its file names for replies. */
public final class Outlets implements Outlet {

    private final Map<WireEnd, Outlet> byWire;

    public Outlets(Map<WireEnd, Outlet> byWire) {
        this.byWire = Map.copyOf(byWire);
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        deliver(partner, List.of(dispatch));
    }

    @Override
    public void deliver(Partner partner, List<Dispatch> dispatches) throws IOException {
        if (!dispatches.stream().map(Dispatch::name).allMatch(SafeName::isSafe)) {
            throw new IllegalArgumentException("not a name for a reply");
        }
        Outlet outlet = byWire.get(partner.reply().wire());
        if (outlet == null) {
            throw new IOException(
                    "the gateway has no wire " + partner.reply().wire().key() + ": see routes/application.properties");
        }
        outlet.deliver(partner, dispatches);
    }

    @Override
    public int together(Partner partner) {
        Outlet outlet = byWire.get(partner.reply().wire());
        return outlet == null ? 1 : outlet.together(partner);
    }

    @Override
    public boolean takes(Partner partner) {
        Outlet outlet = byWire.get(partner.reply().wire());
        return outlet == null || outlet.takes(partner);
    }
}
