package org.customsgateway.connector;

import java.io.IOException;
import java.util.List;

/** The way out to partners over one wire. */
public interface Outlet {

    /**
     * Returns when the partner's side has the bytes under their final name: the file renamed (never half-written to
     * see), the message committed. The same again replaces, it does not double.
     *
     * @throws Held when the partner's side takes nothing now: leave it alone for a while
     * @throws Declined when it does not want this one
     * @throws IOException when it is not known that they arrived: try again later
     */
    void deliver(Partner partner, Dispatch dispatch) throws IOException;

    /**
     * Several in their order, in one go where the wire can.
     *
     * @throws IOException when it is not known that all arrived: try again, each by itself
     */
    default void deliver(Partner partner, List<Dispatch> dispatches) throws IOException {
        for (Dispatch dispatch : dispatches) {
            deliver(partner, dispatch);
        }
    }

    /** How many replies at most it is given in one go; 1 where each goes by itself. */
    default int together(Partner partner) {
        return 1;
    }

    /** False while the partner's side has said that it wants nothing any more: its replies wait, and it is left alone. */
    default boolean takes(Partner partner) {
        return true;
    }
}
