package org.customsgateway.connector;

import java.io.IOException;
import java.nio.file.Path;

/** The way out to partners over one wire. */
public interface Outlet {

    /**
     * Returns when the partner's side has the bytes under their final name: the file renamed (never half-written to
     * see), the message committed. The same name again replaces, it does not double.
     *
     * @param name one path segment, see {@link SafeName}
     * @throws IOException when it is not known that they arrived: try again later
     */
    void deliver(Partner partner, String name, Path bytes) throws IOException;
}
