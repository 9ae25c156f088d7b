package org.customsgateway.mapping;

import java.nio.file.Path;
import java.util.List;
import org.customsgateway.xsd.wco.MetaData;

/**
 * The canonical form: WCO declarations and responses as bytes and as Java, by the schemas in {@code xsd/wco-dec} and
 * {@code xsd/wco-res}. Safe for use by many threads; loading costs about half a second, so load it once.
 */
public final class WcoModel {

    /** @param xsd the drawer with {@code wco-dec} and {@code wco-res} */
    public static WcoModel load(Path xsd) {
        throw new UnsupportedOperationException();
    }

    public WcoPositions positions() {
        throw new UnsupportedOperationException();
    }

    /** All faults of a {@code MetaData} document that should hold one declaration; empty when it is valid. */
    public List<WcoFinding> validateDeclaration(byte[] document) {
        throw new UnsupportedOperationException();
    }

    /** All faults of a {@code MetaData} document that should hold responses; empty when it is valid. */
    public List<WcoFinding> validateResponse(byte[] document) {
        throw new UnsupportedOperationException();
    }

    /**
     * The document as Java. It does not validate: what is not in the profile is dropped, so validate first.
     *
     * @throws IllegalArgumentException where the bytes are not a well-formed {@code MetaData} document or have a DOCTYPE
     */
    public MetaData read(byte[] document) {
        throw new UnsupportedOperationException();
    }

    /** The document as UTF-8 bytes, without line breaks between elements. */
    public byte[] write(MetaData document) {
        throw new UnsupportedOperationException();
    }
}
