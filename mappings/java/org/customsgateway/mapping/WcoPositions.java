package org.customsgateway.mapping;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All positions of the declaration and of the response with their WCO ids, read from the schemas in {@code xsd}. Immutable. */
public final class WcoPositions {

    /** @param xsd the drawer with {@code wco-dec} and {@code wco-res} */
    public static WcoPositions load(Path xsd) {
        throw new UnsupportedOperationException();
    }

    public Collection<WcoPosition> all() {
        throw new UnsupportedOperationException();
    }

    /** @param path with or without indexes */
    public Optional<WcoPosition> at(String path) {
        throw new UnsupportedOperationException();
    }

    /** @param path with or without indexes; the WCO id of the position, or empty where there is no such position */
    public String wcoId(String path) {
        throw new UnsupportedOperationException();
    }

    /**
     * A path as WCO pointers, one per class. Where the last step of the path is a data element, it is the tag of the last pointer.
     *
     * @throws IllegalArgumentException where the path is not a position of the profile
     */
    public List<WcoPointer> pointers(String path) {
        throw new UnsupportedOperationException();
    }

    /**
     * WCO pointers as a path into the declaration, with indexes where the class repeats. A class or element that is not in the
     * profile stays visible as its id in braces, {@code Declaration/GoodsShipment/{28B}[2]/{L050}}: back-ends may know more than we do.
     */
    public String path(List<WcoPointer> pointers) {
        throw new UnsupportedOperationException();
    }
}
